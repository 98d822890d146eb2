"use strict";
// What is not lawful now cannot be filled in, and beneath it stands why; rulebook.js says what.
// Without this file everything is open, and the database refuses what it refuses.
{
    const holder = document.getElementById("lawful");
    const form = holder && holder.closest("form");
    const said = holder ? JSON.parse(holder.dataset.lawful) : {};

    const gathered = () => {
        const found = new Map();
        for (const field of form.elements) {
            const row = /^(.+)-(\d+)-([^-]+)$/.exec(field.name || "");
            const prefix = row ? `${row[1]}-${row[2]}` : "";
            const rules = row ? said[row[1]] : said[""];
            if (!field.name || field.type === "hidden" || !rules || field.name.includes("__prefix__")) {
                continue;
            }
            if (!found.has(prefix)) {
                found.set(prefix, new TypedRecord(prefix, rules));
            }
            found.get(prefix).fields.set(row ? row[3] : field.name, field);
        }
        return found;
    };

    const notes = new WeakMap(); // by field: the line beneath it
    let count = 0;

    const noteOf = (field) => {
        if (!notes.has(field)) {
            const note = document.createElement("div"), help = field.getAttribute("aria-describedby");
            count += 1;
            note.id = `why-${count}`;
            note.className = "why";
            boxOf(field).append(note);
            field.setAttribute("aria-describedby", help ? `${help} ${note.id}` : note.id);
            notes.set(field, note);
        }
        return notes.get(field);
    };

    const boxOf = (field) => field.closest("td") || field.closest(".flex-container").parentElement;

    const tell = (field, text, kind) => {
        if (!text && !notes.has(field)) {
            return;
        }
        const note = noteOf(field);
        note.textContent = text;
        note.hidden = !text;
        note.dataset.kind = kind;
    };

    const shut = (field, isClosed) => {
        if (isClosed === "closed" in field.dataset || (isClosed && field === document.activeElement)) {
            return;
        }
        field.disabled = isClosed;
        boxOf(field).classList.toggle("is-closed", isClosed);
        if (isClosed) {
            field.dataset.closed = "";
        } else {
            delete field.dataset.closed;
        }
    };

    // The words of a menu, and why some of them are closed. A word that is chosen never is, or it
    // would not be sent.
    const bar = (typed, name, field) => {
        const reasons = new Set();
        if (!TypedRecord.isMenu(field)) {
            return "";
        }
        for (const option of field.options) {
            option.disabled = "barred" in option.dataset && !option.selected;
            if (option.disabled && !field.getAttribute("aria-describedby")?.includes("helptext")) {
                reasons.add(option.title);
            }
        }
        for (const option of typed.words(field)) {
            const reason = typed.whyNot(name, option.value);
            option.disabled = Boolean(reason);
            option.title = reason ? reason.why : "";
            if (reason) {
                reasons.add(reason.why);
            }
        }
        return [...reasons].join(" ");
    };

    // Each reason once in a part of the form, and of a chain the first; the rest is told to who asks
    // for it. A part in which everything waits for another one tells one of its reasons all the same.
    const sortOut = (closings) => {
        const told = new Map(); // by part: what it says already
        for (const closing of closings) {
            const part = closing.field.closest("fieldset");
            told.set(part, told.get(part) || new Set());
            closing.kind = closing.isRoot && !told.get(part).has(closing.why) ? "first" : "further";
            if (closing.kind === "first") {
                told.get(part).add(closing.why);
            }
        }
        for (const closing of closings) {
            const part = told.get(closing.field.closest("fieldset"));
            if (!part.size) {
                part.add(closing.why);
                closing.kind = "first";
            }
            tell(closing.field, closing.why, closing.kind);
        }
    };

    // Rows to which no more can be added just now, with the reason beneath their heading.
    const closeRows = (main) => {
        for (const group of form.querySelectorAll(".inline-group")) {
            const prefix = group.id.replace(/-group$/, "");
            const opening = (said[""].openings || []).find((each) => each.rows === prefix && !main.allows(each.if));
            const why = main.shut[prefix] || (opening ? opening.why : "");
            const note = group.querySelector(".why-rows");
            group.classList.toggle("is-closed-to-more", Boolean(why));
            if (note) {
                note.textContent = why;
                note.hidden = !why;
            } else if (why) {
                const made = document.createElement("p");
                made.className = "why why-rows";
                made.textContent = why;
                group.querySelector(".inline-heading").after(made);
            }
        }
    };

    const look = () => {
        const closings = [], all = gathered();
        for (const typed of all.values()) {
            typed.await(all);
            typed.close();
            for (const [name, field] of typed.fields) {
                const rule = typed.closed.get(name), wrong = !rule && typed.stranded(name, field);
                const words = bar(typed, name, field);
                shut(field, Boolean(rule));
                if (rule) {
                    closings.push({field, why: rule.why, isRoot: typed.isRoot(rule)});
                } else if (wrong) {
                    tell(field, wrong.why, "stranded");
                } else {
                    tell(field, words, typed.waiting.some((each) => each.fields.includes(name)) ? "first" : "words");
                }
            }
        }
        sortOut(closings);
        if (all.has("")) {
            closeRows(all.get(""));
        }
    };

    let isAsked = false;

    const lookSoon = () => {
        if (!isAsked) {
            isAsked = true;
            queueMicrotask(() => {
                isAsked = false;
                look();
            });
        }
    };

    const follow = () => {
        const isOurs = ({name}, {value}) => said[""].waiting?.some((each) => each.fields.includes(name) && each.words.includes(value));
        for (const option of form.querySelectorAll("option:disabled")) {
            if (!isOurs(option.closest("select"), option)) {
                option.dataset.barred = ""; // by the server, and not for us to open
            }
        }
        look();
        for (const event of ["input", "change", "focusout", "click"]) {
            document.addEventListener(event, lookSoon);
        }
        for (const event of ["formset:added", "formset:removed"]) {
            document.addEventListener(event, lookSoon);
        }
        // Lookups tell of a choice by jQuery alone.
        window.django?.jQuery(form).on("change", lookSoon);
        window.addEventListener("pageshow", lookSoon);
    };

    if (form) {
        follow();
    }
}
