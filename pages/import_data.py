"""Nhập dữ liệu: choose files, see what was read and refused, commit; the sample data's way out."""

from functools import partial

import streamlit as st

from dashboard.documents import forms, templates
from dashboard.parts import download, frame, history, orders, outcome_lines, sample_data, uploads

with frame.open_page("import_data") as page:
    words = page.words
    imports = page.ask.imports()
    left, right = st.columns([0.34, 0.66], gap="medium")
    with left:
        page.section(words["import.choose"], words["import.choose_how"])
        upload = uploads.chosen(words)
    with right:
        if upload.files:
            receipts = uploads.check(upload, words)
            page.heading(outcome_lines.headline(receipts, words), words["import.not_stored_yet"])
            for file, receipt in zip(upload.files, receipts, strict=True):
                uploads.show(page, receipt, file)
            if any(receipt.status == "imported" for receipt in receipts):
                st.button(
                    words.say("import.commit", rows=outcome_lines.rows(receipts)),
                    type="primary",
                    icon=":material/upload:",
                    on_click=orders.give,
                    args=(partial(uploads.commit, upload, receipts, words),),
                )
        else:
            stored = uploads.just_stored()
            if stored:
                outcome_lines.done(page, stored)
            else:
                page.heading(words["import.title"], words["import.subtitle"])
            for receipt in stored:
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
                download.button(
                    words[f"import.template_{kind}"],
                    partial(templates.workbook, kind),
                    templates.file_name(kind),
                    key=f"template_{kind}",
                )
        page.section(words["import.samples"], words["import.samples_what"])
        if imports.simulated.any():
            with st.popover(words["import.remove_samples"], icon=":material/delete:"):
                sample_data.remove_button(page)
        else:
            sample_data.load_button(page)
