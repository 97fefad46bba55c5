"""Keep pages as they came, in WARC files, and read them back."""

from newscrawl.snapshots.decoding import decompressed as decompressed
from newscrawl.snapshots.foreign_response import read_capture as read_capture
from newscrawl.snapshots.moved_files import bring_back as bring_back
from newscrawl.snapshots.moved_files import put_away as put_away
from newscrawl.snapshots.moved_files import put_file_away as put_file_away
from newscrawl.snapshots.object_store import ObjectStore as ObjectStore
from newscrawl.snapshots.object_store import store_of as store_of
from newscrawl.snapshots.verify import FileReport as FileReport
from newscrawl.snapshots.verify import Problem as Problem
from newscrawl.snapshots.verify import RecordClaim as RecordClaim
from newscrawl.snapshots.verify import Stretch as Stretch
from newscrawl.snapshots.verify import verify_file as verify_file
from newscrawl.snapshots.verify import warc_files as warc_files
from newscrawl.snapshots.warc_reader import raw_records as raw_records
from newscrawl.snapshots.warc_reader import read_page as read_page
from newscrawl.snapshots.warc_writer import SnapshotWriter as SnapshotWriter
from newscrawl.snapshots.warc_writer import write_all as write_all
