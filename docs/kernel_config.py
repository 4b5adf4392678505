"""How the kernel that runs the site's cells draws: the same bytes each time, sharp at every size."""

c = get_config()  # noqa: F821 (IPython gives it)
c.InlineBackend.figure_formats = {"svg"}
c.InlineBackend.rc = {"svg.hashsalt": "karabakh-data"}
c.IPKernelApp.log_level = 40  # that a kernel listens on this machine needs no warning
