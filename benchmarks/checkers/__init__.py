"""The same rules on the table of events, as each tool says them.

Each module has `find(folder)`: the ids of the events that break each rule, by rule id, in a folder that holds the
events and their places. A tool that cannot say a rule leaves it out; what it does say, it must find just as we do.
"""
