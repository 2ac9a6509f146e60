"""A choice with a default that a button of ours sets: Streamlit has nothing to say of it."""

from types import SimpleNamespace

from streamlit.elements.lib import policies


def test_a_choice_that_a_button_sets_leaves_no_warning_in_the_log(monkeypatch):
    said: list[str] = []
    state = SimpleNamespace(is_new_state_value=lambda key: True)
    monkeypatch.setattr(policies, "runtime", SimpleNamespace(exists=lambda: True))
    monkeypatch.setattr(policies, "get_session_state", lambda: state)
    monkeypatch.setattr(policies, "_shown_default_value_warning", False)
    seen = SimpleNamespace(warning=lambda text, *holes, **more: said.append(text % holes))
    monkeypatch.setattr(policies, "_LOGGER", seen)
    policies.check_session_state_rules("dimension", "muc")
    assert said == []
