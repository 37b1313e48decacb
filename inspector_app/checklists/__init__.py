"""XLSForm in, a running form out."""
