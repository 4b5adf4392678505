"""`python -m benchmarks` (or `make bench`): all measurements, one after the other."""

from benchmarks import reading

reading.main()
