"""The whole story in a minute: real mail servers and the real daemon inside one process, with a clock that runs fast."""
