import pytest

from timeline_app.ui.settings import FileStore, Settings, table


def test_the_table_and_the_settings_name_the_same_things_with_the_same_defaults():
    assert {row.name: row.default for row in table()} == {name: getattr(Settings(), name) for name in Settings.__slots__}


def test_settings_come_back_from_the_file(tmp_path):
    path = tmp_path / "settings.ini"
    FileStore(path).save(Settings(language="en", hijri=True, scale=150))
    assert FileStore(path).load() == Settings(language="en", hijri=True, scale=150)


@pytest.mark.parametrize("line", ["language=fr", "scale=9000", "hijri=perhaps", "months="])
def test_what_cannot_be_is_the_default(tmp_path, line):
    path = tmp_path / "settings.ini"
    path.write_text(f"[settings]\n{line}\n", "utf-8")
    assert FileStore(path).load() == Settings()


def test_the_file_lies_in_the_configuration_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    FileStore().save(Settings(theme="dark"))
    assert (tmp_path / "timeline-app" / "settings.ini").is_file()
