"""透明日志: anyone can check that what was logged is still there, unchanged, nothing put in before it."""
