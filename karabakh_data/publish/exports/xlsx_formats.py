"""How cells of the Excel workbook look."""

from __future__ import annotations

from xlsxwriter import Workbook


class Formats:
    """The formats of one workbook, by what they are for."""

    def __init__(self, workbook: Workbook) -> None:
        top = {"valign": "top"}
        self.title = workbook.add_format({**top, "bold": True, "font_size": 14})
        self.head = workbook.add_format({**top, "bold": True, "bg_color": "#D9E1F2", "bottom": 1})
        self.label = workbook.add_format({**top, "bold": True})
        self.plain = workbook.add_format(top)
        self.wrapped = workbook.add_format({**top, "text_wrap": True})
        self.day = workbook.add_format({**top, "num_format": "yyyy-mm-dd"})
        self.link = workbook.add_format({**top, "font_color": "#0563C1", "underline": 1})
