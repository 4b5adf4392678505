"""How the kernel that runs the site's cells draws by pyplot: sharp at every size, the same bytes, and in one style."""

c = get_config()  # noqa: F821 (IPython gives it)
c.InlineBackend.figure_formats = {"svg"}
c.InlineBackend.rc = {
    "svg.hashsalt": "karabakh-data",
    "axes.prop_cycle": "cycler('color', ['0072B2', 'E69F00', '009E73', 'CC79A7', '999999'])",  # Okabe and Ito's
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.constrained_layout.use": True,
    "font.size": 8,
    "legend.frameon": False,
}
c.InteractiveShell.colors = "nocolor"
# Summaries and notes are shown whole, as they are where the tables are not made pandas'.
c.IPKernelApp.exec_lines = ["import pandas; pandas.options.display.max_colwidth = None"]
c.IPKernelApp.log_level = 40  # that a kernel listens on this machine needs no warning
