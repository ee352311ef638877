"""Names of subjects, from the classification table and from the unit's own."""
import csv


class Subjects:
    """Code -> name; the unit's 自定义科目 come on top of the classification."""

    def __init__(self, classification, ledger):
        self.names = {}
        with open(classification, encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                self.names[row["编码"]] = row["名称"]
        for code, entry in ledger.data.get("自定义科目", {}).items():
            self.names[code] = entry["名称"] if isinstance(entry, dict) else entry

    def classes(self):
        """The 26 类 of functional expenditure: name -> code."""
        return {name: code for code, name in self.names.items() if len(code) == 3 and code.startswith("2")}
