"""The Scrapy project: a thin shell around the core. Nobody else imports Scrapy."""
