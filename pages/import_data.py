"""Nhập dữ liệu: choose files, see what was read and refused, commit; the sample data's way out."""

from functools import partial

import streamlit as st

from dashboard.documents import forms, templates
from dashboard.parts import (
    batch_outcome,
    download,
    frame,
    history,
    outcome_lines,
    package_uploads,
    sample_data,
    uploads,
)

panes = uploads.Panes()
with frame.open_page("import_data", panes.draw) as page:
    words = page.words
    imports = page.ask.imports()
    upload = panes.upload
    with panes.right:
        if uploads.is_under_way(upload):
            batch_outcome.running(page, len(upload.files))
        elif upload.files:
            batch_outcome.failed_before(page)
            checked = uploads.check_seen(upload, words)
            receipts = [one.receipt for one in checked]
            page.heading(outcome_lines.headline(receipts, words), words["import.not_stored_yet"])
            for file, receipt in zip(upload.files, receipts, strict=True):
                uploads.show(page, receipt, file.file_id, file)
            if any(receipt.status == "imported" for receipt in receipts):
                st.button(
                    words.say("import.commit", rows=outcome_lines.rows(receipts)),
                    type="primary",
                    icon=":material/upload:",
                    on_click=uploads.order(upload, checked, words),
                )
        elif upload.packages:
            asked = words.say("package.heading", count=len(upload.packages))
            page.heading(asked, words["import.not_stored_yet"], own_data=False)
        else:
            batch_outcome.heading(page)
            page.section(words["import.history"], words.say("import.count", count=len(imports)))
            rows, columns = history.table(imports, words)
            page.table(rows, "imports", columns, words["import.history"])
            if len(imports):
                page.source(words["import.history_told"])
                with st.popover(words["import.take_back"], icon=":material/history:"):
                    history.take_back(page, imports)
        package_uploads.show(page, upload.packages, upload.options)

    with panes.left:
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
