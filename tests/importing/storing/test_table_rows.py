import pyarrow as pa
import pytest

from dashboard.importing.storing import table_rows


@pytest.mark.parametrize(
    ("sizes", "packed"),
    [([], []), ([3], [3]), ([2, 1, 2], [4, 1]), ([9], [4, 4, 1]), ([1, 3, 4], [4, 4])],
)
def test_answers_go_in_batches_of_a_row_group_in_their_order(sizes, packed, monkeypatch):
    monkeypatch.setattr(table_rows, "ROW_GROUP", 4)
    numbers = iter(range(sum(sizes)))
    batches = [pa.record_batch({"n": [next(numbers) for _ in range(size)]}) for size in sizes]
    found = list(table_rows.in_row_groups(batches))
    assert [batch.num_rows for batch in found] == packed
    assert [n for batch in found for n in batch["n"].to_pylist()] == list(range(sum(sizes)))
