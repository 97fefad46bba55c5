"""Scrapy commands of ours, under Scrapy's own names."""
