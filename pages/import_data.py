"""Nhập dữ liệu: choose files, see what was read and refused, commit; the sample data's way out."""

from functools import partial

import streamlit as st

from dashboard.documents import forms, templates
from dashboard.importing import samples
from dashboard.importing.model.reading import Options
from dashboard.parts import frame, history, uploads
from dashboard.store.store import open_store

with frame.page("import_data") as page:
    words = page.words
    imports = page.ask.imports()
    left, right = st.columns([0.34, 0.66], gap="medium")
    with left:
        page.section(words["import.choose"], words["import.choose_how"])
        files = st.file_uploader(
            words["import.files"],
            type=["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "xml", "html"],
            accept_multiple_files=True,
            label_visibility="collapsed",
            key=f"files_{st.session_state.get('uploads', 0)}",
        )
        with st.expander(words["import.options"]):
            unit = st.text_input(words["import.unit"], help=words["import.unit_help"])
            year = st.number_input(
                words["import.year"], 2000, 2100, value=None, step=1, help=words["import.year_help"]
            )
            complete = st.checkbox(words["import.complete"], help=words["import.complete_help"])
    options = Options(year=year, unit=unit.strip() or None)
    with right:
        if files:
            receipts = uploads.check(files, options, complete, words)
            page.heading(uploads.headline(receipts, words), words["import.not_stored_yet"])
            for file, receipt in zip(files, receipts, strict=True):
                uploads.show(page, receipt, file)
            if any(receipt.status == "imported" for receipt in receipts):
                label = words.say("import.commit", rows=uploads.rows(receipts))
                if st.button(label, type="primary", icon=":material/upload:"):
                    stored = uploads.commit(files, options, complete, words)
                    st.session_state["stored"] = stored
                    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1
                    st.rerun()
        else:
            page.heading(words["import.title"], words["import.subtitle"])
            for receipt in st.session_state.pop("stored", []):
                uploads.show(page, receipt)
            page.section(words["import.history"], words.say("import.count", count=len(imports)))
            rows, columns = history.table(imports, words)
            page.table(rows, "imports", columns, words["import.history"])
            if len(imports):
                with st.popover(words["import.take_back"], icon=":material/history:"):
                    history.take_back(imports, page.ask.shown("import"), words)

    with left:
        page.section(words["import.templates"], words["import.templates_what"])
        with st.popover(words["import.template"], icon=":material/download:"):
            for kind in forms.kinds():
                st.download_button(
                    words[f"import.template_{kind}"],
                    partial(templates.workbook, kind),
                    file_name=templates.file_name(kind),
                )
        page.section(words["import.samples"], words["import.samples_what"])
        if imports.simulated.any():
            with st.popover(words["import.remove_samples"], icon=":material/delete:"):
                st.write(words["import.remove_why"])
                if st.button(words["import.remove_now"], type="primary"):
                    with st.spinner(words["import.removing"]):
                        samples.remove(open_store(), page.ask.shown("samples")[""])
                    st.rerun()
        elif st.button(words["empty.samples"]):
            frame.load_samples(words)
            st.rerun()
