"""What may be set? One dialog made from the table of settings; every change shows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QWidget

from timeline_app.ui.dialogs.frame import Dialog
from timeline_app.ui.settings import Row, table

if TYPE_CHECKING:
    from timeline_app.ui.session import Session

_NAMES = {
    "ar": "Arabic",
    "en": "English",
    "morocco": "Morocco",
    "maghreb": "Algeria and Tunisia",
    "gulf": "Egypt and the Gulf",
    "levant": "Levant and Iraq",
    "doubled": "Both names",
    "latin": "123",
    "arabic": "\u0661\u0662\u0663",
    "rtl": "From right to left",
    "ltr": "From left to right",
    "light": "Light",
    "dark": "Dark",
    "system": "As the system",
    "folded": "Empty stretches folded",
    "true": "True proportion",
    "packed": "All in one",
    "source": "One for each source",
    "kind": "One for each kind",
    "place": "One for each place",
}


class SettingsDialog(Dialog):
    """A row a setting."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "Settings", parent)
        form = QFormLayout()
        form.setHorizontalSpacing(22)
        form.setVerticalSpacing(11)
        self.fields: dict[str, QWidget] = {}
        for row in table():
            field = self._field(row)
            field.setAccessibleName(session.wording.text(row.label))
            self.fields[row.name] = field
            form.addRow(session.wording.text(row.label), field)
        self.column.addLayout(form)
        self.column.addStretch()
        self.offer(close="Close")
        self.spread(460, 420)

    def _field(self, row: Row) -> QWidget:
        now = getattr(self.session.settings, row.name)
        if isinstance(row.default, bool):
            box = QCheckBox()
            box.setChecked(now)
            box.toggled.connect(lambda on: self.session.change_settings(**{row.name: on}))
            return box
        if row.limits is not None:
            spin = QSpinBox()
            spin.setRange(*row.limits)
            spin.setSingleStep(10)
            spin.setSuffix(" %")
            if self.isRightToLeft():
                spin.setAlignment(Qt.AlignmentFlag.AlignRight)  # a number alone is set from the left
            else:
                spin.lineEdit().setTextMargins(8, 0, 0, 0)
            spin.setValue(now)
            spin.valueChanged.connect(lambda value: self.session.change_settings(**{row.name: value}))
            return spin
        combo = QComboBox()
        for choice in row.choices:
            combo.addItem(self.session.wording.text(_NAMES[choice]), choice)
        combo.setCurrentIndex(row.choices.index(now))
        combo.currentIndexChanged.connect(lambda place: self.session.change_settings(**{row.name: row.choices[place]}))
        return combo
