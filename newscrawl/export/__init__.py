"""Articles as files for other programs, each with a manifest by which it can be made again. Pure.

``archive/queries/export_rows.py`` fills them.
"""
