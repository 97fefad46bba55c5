"""Take what is to be done from one archive on many machines, by Procrastinate's queue in it."""
