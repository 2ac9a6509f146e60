import pytest

from dashboard.importing.recognition.synonyms import fields, synonyms
from dashboard.importing.table import columns
from dashboard.importing.table.columns import Meanings, layout


def assign(kind, labels, chosen):
    """field -> column, by the headings alone."""
    paths = {column: (label,) for column, label in labels.items()}
    return columns.assign(kind, paths, chosen).columns


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Nhiệm vụ", "text"),
        ("NHIỆM VỤ", "text"),
        ("nhiem vu", "text"),
        ("Nhiệmvụ", "text"),
        ("Nội dung thành phần/Nhiệm vụ cụ thể", "text"),
        ("Nội dung thành phần", "component"),
        ("Cán bộ, công chức chủ trì", "lead"),
        ("Đơn vị chủ trì thực hiện", "lead"),
        ("Cơ quan, đơn vị phối hợp", "support"),
        ("Thời hạn hoàn thành", "due"),
        ("Ngày hoàn thành", "done"),
        ("Tiến độ (%)", "progress"),
        ("Tiến độ thực hiện (%)", "progress"),
        ("Tiến độ thực hiện", "due"),
        ("Kết quả 6 tháng đầu năm 2023", "result_h1"),
        ("Kết quả năm", "result_year"),
        ("Xã, thị trấn", "unit"),
        ("Xã (phường)", "unit"),
    ],
)
def test_a_heading_of_tasks(label, field):
    assert assign("tasks", {0: label}, {}) == {field: 0}


@pytest.mark.parametrize(
    "label",
    [
        "Kinh phí",
        "Đơn vị",
        "Đơn vị tính",
        "Công an xã",
        "Cán bộ xã",
        "Ông/Bà có biết tổ hòa giải ở thôn mình không, thưa Ông/Bà?",
        "Công chức Văn hóa - Xã hội phụ trách lĩnh vực nhiệm vụ của ngành lao động",
    ],
)
def test_no_heading_of_tasks(label):
    assert assign("tasks", {0: label}, {}) == {}


def test_each_field_has_one_column_the_exact_one_first():
    assert assign("tasks", {0: "Nhiệm vụ chung", 1: "Nhiệm vụ"}, {}) == {"text": 1}


def test_of_equal_headings_the_leftmost():
    assert assign("tasks", {3: "Chủ trì", 5: "Chủ trì"}, {}) == {"lead": 3}


def test_what_the_person_said_comes_first():
    labels = {0: "Nhiệm vụ", 1: "Việc cần làm", 2: "Chủ trì"}
    chosen = Meanings({"việc cần làm": "text", "Chủ trì": "support"}).of(labels)
    assert assign("tasks", labels, chosen) == {"text": 1, "support": 2}


def test_of_repeated_headings_the_letter_tells():
    labels = {0: "Chủ trì", 4: "Chủ trì"}
    assert assign("tasks", labels, Meanings({"e": "lead", "A": "support"}).of(labels)) == {
        "lead": 4,
        "support": 0,
    }


def test_what_was_said_before_holds_for_the_same_headings_and_gives_way_to_what_is_said_now():
    labels = {0: "Nhiệm vụ", 1: "Ai làm"}
    before = {layout(["nhiệm vụ", "AI LÀM"]): {"ai lam": "lead", "nhiem vu": "note"}}
    assert Meanings({}, before).of(labels) == {0: "note", 1: "lead"}
    assert Meanings({"Ai làm": "support"}, before).of(labels) == {0: "note", 1: "support"}
    assert Meanings({}, before).of({0: "Ai làm", 1: "Nhiệm vụ"}) == {}


def test_what_the_person_said_of_another_kind_is_let_alone():
    assert assign("population", {0: "Thôn", 1: "Dân số"}, {0: "lead"}) == {"adults": 1}


def test_no_synonym_stands_for_two_fields_of_a_kind():
    for kind, listed in synonyms().items():
        assert len(set(listed)) == len({alias for _, alias in listed}), kind


def test_fields_of_a_kind():
    assert {"village", "adults", "unit"} <= fields("population")
