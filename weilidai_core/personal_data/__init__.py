"""个人信息: what is known of a person, read off the models; a copy of it, and its end."""
