"""What the package costs, beside floors and peers measured in the same run. Nothing of this is installed."""
