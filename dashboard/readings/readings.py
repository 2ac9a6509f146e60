"""The questions the pages ask, as frames: the one place through which pages read.

Estimates that may not be shown (status hidden_...) arrive blank here, so that no chart,
table or download can show them. Frames are cached by the store's version: treat them as
read-only.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard.folding import place_key
from dashboard.readings import suppression
from dashboard.readings.short_names import short_name
from dashboard.store import shown, sql
from dashboard.store.shown import Shown
from dashboard.store.store import Cursor, Store

SEXES = ("Nam", "Nữ")


class Readings:
    """Answers from one version of the store, within one read()."""

    def __init__(self, store: Store, cursor: Cursor, language: str = "vi"):
        self._cursor = cursor
        self._language = language
        version = sql.run(cursor, "version_name", "write").fetchone()[0]
        self._version = (str(store.folder), version)

    def frame(self, name: str, **params: object) -> pd.DataFrame:
        """The answer of queries/read/<name>.sql; lists as tuples."""
        key = (self._version, name, tuple(sorted(params.items())))
        return _remembered(key, lambda: _asked(self._cursor, name, params))

    def units(self) -> pd.DataFrame:
        """Units that have data (queries/read/units.sql)."""
        return self.frame("units")

    def periods(self, year: int) -> pd.DataFrame:
        """Reporting periods of a plan's year, the whole year first."""
        return self.frame("periods", year=year)

    def components(self, year: int) -> pd.DataFrame:
        """The index tree of a year: component, parent, level, name, full_name, scale."""
        tree = self.frame("components", year=year)
        names = {f"short_{self._language}": "name", f"name_{self._language}": "full_name"}
        kept = ["component", "parent", "level", *names, "scale_low", "scale_high"]
        return tree[kept].rename(columns=names)

    def tree(self, unit: str, year: int, questions: bool = True) -> pd.DataFrame:
        """The index tree; with questions, those of the unit's survey below their sub-dimensions."""
        tree = self.components(year)
        if not questions:
            return tree
        asked = self.questions(unit, year)
        leaves = asked.assign(level="question", name=asked.text, full_name=asked.text)
        leaves = leaves.rename(columns={"component": "parent", "question": "component"})
        return pd.concat([tree, leaves[tree.columns]], ignore_index=True)

    def questions(self, unit: str, year: int) -> pd.DataFrame:
        """The questions of a unit's survey: text, range, coding, the sub-dimension they serve."""
        return self.frame("questions", unit=unit, year=year)

    def change(
        self,
        unit: str,
        year_from: int,
        year_to: int,
        villages: Iterable[str] = (),
        sex: str | None = None,
        basis: str = "published",
        questions: bool = False,
    ) -> pd.DataFrame:
        """Components of both years with names, scales and their difference; hidden ones blank.

        One village or one sex alone is hidden too where its complement is: the whole stands
        beside it, and what is left would be the hidden group.
        """
        villages = tuple(villages)
        where = {"unit": unit, "year_from": year_from, "year_to": year_to, "basis": basis}
        where["villages"] = villages or None
        tree = self.tree(unit, year_to, questions)

        def of(sex: str | None) -> pd.DataFrame:
            change = self.frame("component_change", **where, sex=sex)
            for side, year in (("from", year_from), ("to", year_to)):
                judged = self._judged(unit, year, villages)
                change = suppression.hidden_as(change, judged, f"status_{side}")
                if basis == "common":  # beside the other basis it tells what it leaves out
                    change = suppression.hidden_as(
                        change, suppression.wholes(judged), f"status_{side}"
                    )
                if sex and len(villages) == 1:
                    theirs = self._villages_of(sex, where, tree, side)
                    theirs = theirs[theirs.village.map(place_key) == place_key(villages[0])]
                    change = suppression.hidden_as(
                        change, theirs, f"status_{side}", f"status_{side}"
                    )
            named = tree.merge(change, on=["component", "level"], how="left")
            return named.assign(group=sex or "")

        def told() -> pd.DataFrame:
            # The sexes together: what is hidden among one's parts must not follow from the other's.
            groups = pd.concat([of(one) for one in (SEXES if sex else (None,))])
            for side in ("from", "to"):
                groups = suppression.told(groups, f"status_{side}", f"respondents_{side}", "group")
            named = groups[groups.group == (sex or "")].drop(columns="group").reset_index(drop=True)
            return suppression.blank_change(named.assign(year_from=year_from, year_to=year_to))

        return self._told("change", told, unit, year_from, year_to, villages, sex, basis, questions)

    def scores(self, unit: str, year: int, village: str | None = None) -> pd.DataFrame:
        """Components and questions of a unit, or of one village, in a year; hidden ones blank."""
        villages = (village,) if village else None

        def told() -> pd.DataFrame:
            scores = self.frame("component_scores", unit=unit, year=year, villages=villages)
            if village:
                scores = suppression.hidden_as(scores, self._of_village(unit, year, village))
            named = self.tree(unit, year).merge(scores, on=["component", "level"], how="left")
            return suppression.blank(suppression.told(named, "status", "respondents"))

        return self._told("scores", told, unit, year, village)

    def village_scores(self, unit: str, year: int, questions: bool = False) -> pd.DataFrame:
        """Components of every village with their names; hidden ones blank."""

        def told() -> pd.DataFrame:
            scores = self.frame("village_scores", unit=unit, year=year)
            named = scores.merge(self.tree(unit, year, questions), on=["component", "level"])
            return suppression.blank(suppression.told(named, "status", "respondents"))

        return self._told("village_scores", told, unit, year, questions)

    def _judged(self, unit: str, year: int, villages: tuple[str, ...]) -> pd.DataFrame:
        """What is hidden of the unit, or of one village, whoever of its people is looked at."""
        if len(villages) == 1:
            return self._of_village(unit, year, villages[0])
        return self.scores(unit, year)

    def _villages_of(
        self, sex: str, where: dict[str, object], tree: pd.DataFrame, side: str
    ) -> pd.DataFrame:
        """Every village's change for one sex, with what one of them tells of another hidden."""

        def told() -> pd.DataFrame:
            names = self.villages(where["unit"], where["year_to"]).village
            own = {
                name: self.frame("component_change", **where | {"villages": (name,)}, sex=sex)
                for name in names
            }
            rows = [
                tree.merge(frame, on=["component", "level"], how="left").assign(village=name)
                for name, frame in own.items()
            ]
            return suppression.told(pd.concat(rows), f"status_{side}", f"respondents_{side}")

        of = [value for key, value in sorted(where.items()) if key != "villages"]
        return self._told("villages of", told, sex, side, len(tree), *of)

    def _told(self, name: str, ask: Callable[[], pd.DataFrame], *about: object) -> pd.DataFrame:
        """A frame without what may not be shown, worked out once a version."""
        return _remembered((self._version, "told", name, self._language, *about), ask)

    def _of_village(self, unit: str, year: int, village: str) -> pd.DataFrame:
        listed = self.village_scores(unit, year, questions=True)
        return listed[listed.village.map(place_key) == place_key(village)]

    def question_villages(self, unit: str, year: int, question: str) -> pd.DataFrame:
        """Each village's respondents, weight and mean answer to a question; hidden ones blank."""
        frame = self.frame("question_villages", unit=unit, year=year, question=question)
        told = self.village_scores(unit, year, questions=True)
        told = told[(told.level == "question") & (told.component == question)]
        statuses = frame.village.map(dict(zip(told.village, told.status, strict=True)))
        # What nobody has judged, as the villages of a district's communes, is not shown.
        return suppression.blank(frame.assign(status=statuses.fillna(suppression.COMPLEMENT)))

    def question_answers(
        self, unit: str, year: int, question: str, village: str | None = None
    ) -> pd.DataFrame:
        """How often each answer was given; empty where the question's score may not be shown."""
        frame = self.frame(
            "question_answers", unit=unit, year=year, question=question, village=village
        )
        return frame if self._may_be_seen(unit, year, question, village) else frame.head(0)

    def question_rows(self, unit: str, year: int, question: str, village: str) -> pd.DataFrame:
        """The rows of the files that hold a village's answers; empty where these are hidden."""
        frame = self.frame(
            "question_rows", unit=unit, year=year, question=question, village=village
        )
        return frame if self._may_be_seen(unit, year, question, village) else frame.head(0)

    def survey_sources(self, unit: str, year: int, village: str | None = None) -> pd.DataFrame:
        """Files, sheets and rows that the forms came from."""
        return self.frame("survey_sources", unit=unit, year=year, village=village)

    def _may_be_seen(self, unit: str, year: int, question: str, village: str | None) -> bool:
        scores = self.scores(unit, year, village)
        own = scores[(scores.level == "question") & (scores.component == question)]
        return bool(own.estimate.notna().any())

    def villages(self, unit: str, year: int) -> pd.DataFrame:
        """Villages with the official in charge, adults and respondents."""
        return self.frame("villages", unit=unit, year=year)

    def ranking(self, year: int, component: str, parent: str | None = None) -> pd.DataFrame:
        """Communes by score, best first; those that may not be shown last and blank.

        Places count the shown alone: else a hidden one would be told by the others' places.
        """
        where = {"year": year, "component": component, "parent": parent}
        return suppression.blank(self.frame("unit_ranking", **where, among="shown"))

    def published(self, year: int, component: str) -> pd.DataFrame:
        """Provinces by published score of a component, best first; withheld ones last."""
        scores = self.frame("published_scores", year=year)
        return scores[scores.component == component].reset_index(drop=True)

    def province_scores(self, province: str | None, year: int) -> pd.DataFrame:
        """Published scores of a province with names and scales; withheld ones missing."""
        scores = self.frame("published_scores", year=year, province=province or "")
        scores = scores.rename(columns={"score": "estimate"})[["component", "estimate"]]
        named = self.components(year).merge(scores, on="component", how="left")
        return named.assign(status=named.estimate.notna().map({True: "ok", False: "missing"}))

    def published_years(self) -> list[int]:
        """The years of the published index, in order."""
        return sorted(self.frame("published_series", component="PAPI").year.unique().tolist())

    def published_series(self, component: str) -> pd.DataFrame:
        """Published scores of a component over the years."""
        return self.frame("published_series", component=component)

    def beside(self, unit: str, province: str | None, year_from: int, year_to: int) -> pd.DataFrame:
        """Every component: the unit's own score (hidden ones blank), the province's published
        ones of both years with PAPI's 5 % rule, and the median of the provinces with a score."""
        years = {"year_from": year_from, "year_to": year_to}
        # An unknown province is none of them, not all.
        change = self.frame("published_change", **years, province=province or "")
        country = self.frame("published_scores", year=year_to)
        country = country.drop_duplicates("component")[["component", "median", "provinces"]]
        rows = self.scores(unit, year_to).drop(columns="unit")
        reason = {f"reason_{self._language}": "reason"}
        change = change.rename(columns=reason).drop(columns="province")
        return rows.merge(change, on="component", how="left").merge(
            country, on="component", how="left"
        )

    def tiles(self, year: int, component: str) -> pd.DataFrame:
        """Published scores of a component with each province's square."""
        scores = self.published(year, component)
        return scores.merge(self.frame("province_tiles"), on="province")

    def breaks(self, component: str) -> list[int]:
        """Years from which the component can't be compared with earlier ones."""
        breaks = self.frame("series_breaks")
        return sorted(set(breaks[breaks.component.isin([component, "*"])].year))

    def series_breaks(self) -> pd.DataFrame:
        """Every break in series: component ("*" for all), year, reason."""
        return self.frame("series_breaks").rename(columns={f"reason_{self._language}": "reason"})

    def officials(self, unit: str, year: int, **filters: object) -> pd.DataFrame:
        """Completion by official, with short names for charts."""
        frame = self.frame("official_completion", unit=unit, year=year, **filters)
        return frame.assign(short_name=frame.official.map(short_name))

    def completion(self, unit: str, year: int, **when: object) -> pd.DataFrame:
        """Completion of the unit and, for a unit above the communes, of each below it."""
        return self.frame("unit_completion", unit=unit, year=year, **when)

    def every_completion(self, year: int, **when: object) -> pd.DataFrame:
        """Completion of every commune that has tasks."""
        return self.frame("unit_completion", year=year, **when)

    def tasks(self, unit: str, year: int, **filters: object) -> pd.DataFrame:
        """Tasks with their states and source rows."""
        return self.frame("tasks", unit=unit, year=year, **filters)

    def component_tasks(
        self,
        unit: str,
        year_from: int,
        year_to: int,
        basis: str = "published",
        **when: object,
    ) -> pd.DataFrame:
        """Sub-dimensions with their tasks, who leads them, and the change of the unit's score.

        uncovered: the score clearly fell and nobody has open work on it, nor on the whole
        dimension; never of a verdict that is hidden. Where no plan is known it is not said.
        """
        tasks = self.frame("component_tasks", unit=unit, year=year_to, **when)
        change = self.change(unit, year_from, year_to, basis=basis)
        rows = change[change.level == "sub_dimension"].merge(tasks, on="component")
        idle = (rows.open == 0) & (rows.dimension_open == 0) & (rows.planned > 0)
        return rows.assign(uncovered=(rows.verdict == "down") & idle)

    def task_history(self, unit: str, year: int) -> pd.DataFrame:
        """What changed in tasks from one import to the next, the newest first."""
        return self.frame("task_history", unit=unit, year=year)

    def follow_up(self, unit: str, year: int, **filters: object) -> pd.DataFrame:
        """Overdue tasks and those due soon, by leading official."""
        return self.frame("follow_up", unit=unit, year=year, **filters)

    def imports(self) -> pd.DataFrame:
        """Every import, newest first, those taken back included."""
        return self.frame("imports")

    def shown(self, subject: str) -> dict[str, Shown]:
        """What the buttons of a page act on, by key (dashboard/store/shown.py)."""
        return shown.listed(self._cursor, subject)


def _asked(cursor: Cursor, name: str, params: dict[str, object]) -> pd.DataFrame:
    values = {k: list(v) if isinstance(v, tuple) else v for k, v in params.items()}
    return sql.run(cursor, name, **values).df()


@lru_cache(maxsize=256)
def _cell(key: tuple) -> list[pd.DataFrame]:
    return []


def _remembered(key: tuple, ask) -> pd.DataFrame:
    """The frame of a key, asked once: the key holds the store's version."""
    cell = _cell(key)
    if not cell:
        cell.append(ask())
    return cell[0]


def day(value: object) -> date | None:
    """A frame's date as a date, None where it is missing."""
    return None if pd.isna(value) else pd.Timestamp(value).date()
