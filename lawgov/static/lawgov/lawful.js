"use strict";
// What is not lawful now cannot be filled in, and beneath it stands why. The rules are those of
// the tables themselves (cases/registry/desk/rulebook.py, docs/decisions/0014-lawful-now.md).
// Without this file everything is open, and the database refuses what it refuses.
{
    const holder = document.getElementById("lawful");
    const form = holder && holder.closest("form");
    const said = holder ? JSON.parse(holder.dataset.lawful) : {};

    // A value is undefined (not known), a text ("" is empty), or any text besides one of them.
    const anyBesides = (text) => ({besides: text});
    const SOMETHING = anyBesides("");

    const judged = (word, value, words) => {
        if (value === undefined) {
            return null;
        }
        if (word === "empty") {
            return value === "";
        }
        if (typeof value === "string") {
            return words.includes(value);
        }
        return words.some((each) => each !== value.besides) ? null : false;
    };

    // True, false, or null where only the database can tell.
    const truth = (tree, valueOf) => {
        if (!Array.isArray(tree)) {
            return tree;
        }
        const [word, ...parts] = tree;
        if (word === "empty" || word === "among") {
            return judged(word, valueOf(parts[0]), parts[1]);
        }
        const found = parts.map((part) => truth(part, valueOf));
        if (word === "not") {
            return found[0] === null ? null : !found[0];
        }
        const decides = word === "any";
        if (found.includes(decides)) {
            return decides;
        }
        return found.includes(null) ? null : !decides;
    };

    // All but the empty one; a rule speaks of six fields at most.
    const subsets = (list) => list.reduce((found, each) => [...found, [each], ...found.map((set) => [...set, each])], []);

    const isSelect = (field) => field instanceof HTMLSelectElement;
    const isLookup = (field) => field.classList.contains("admin-autocomplete");

    const textOf = (field) => {
        if (field.type === "checkbox") {
            return field.checked ? "on" : "";
        }
        return field.value.trim();
    };

    // One record that is being typed: the form itself, or a row of it.
    class Typed {
        constructor(prefix, {rules, required = [], known = {}, shut = {}, waiting = []}) {
            this.rules = rules;
            this.required = new Set(required);
            this.known = known[prefix] || known[prefix.replace(/\d+$/, "__prefix__")] || {};
            this.shut = {...shut}; // by name: what rests on other rows
            this.waiting = waiting;
            this.fields = new Map();
            this.closed = new Map(); // by name: the rule that closes it
        }

        value(name) {
            return this.fields.has(name) ? textOf(this.fields.get(name)) : this.known[name];
        }

        // What may be done with another field in one go with a step. A word that is chosen draws
        // along what hangs on it; a field that is filled in, only what is empty as well.
        change(name, step, isChoosing) {
            const field = this.fields.get(name);
            if (!field) {
                return [];
            }
            const value = textOf(field);
            if (value === "") {
                return this.closed.has(name) && this.staysClosed(name, step) ? [] : [[name, SOMETHING]];
            }
            if (!isChoosing) {
                return [];
            }
            return this.required.has(name) ? [[name, anyBesides(value)]] : [[name, ""]];
        }

        // Closed for the sake of something else than the very step.
        staysClosed(name, step) {
            return this.closed.get(name).isShut || this.rules.some((rule) => this.forbids(rule, name, {after: step}));
        }

        // Whether a rule stands against a step: it cannot hold after it, not even together with
        // others that cannot go first themselves. What it would mean after another step is asked
        // without regard to what is closed.
        forbids(rule, name, {from = this.value(name), to = SOMETHING, isChoosing = false, after = null} = {}) {
            const can = (...changes) => {
                const changed = new Map([[name, from], ...(after ? [after] : []), ...changes]);
                return truth(rule.if, (each) => changed.has(each) ? changed.get(each) : this.value(each)) !== false;
            };
            const step = [name, to];
            if (!rule.fields.includes(name) || can(step)) {
                return false;
            }
            const open = rule.fields.filter((each) => each !== name && !(after && each === after[0]));
            const others = open.flatMap((each) => after ? this.fill(each) : this.change(each, step, isChoosing));
            return !subsets(others).some((group) => can(step, ...group) && !subsets(group).some((first) => can(...first)));
        }

        fill(name) {
            return this.fields.has(name) && this.value(name) === "" ? [[name, SOMETHING]] : [];
        }

        against(name, step) {
            return this.rules.find((rule) => this.forbids(rule, name, step));
        }

        words(field) {
            return isSelect(field) && !isLookup(field)
                ? [...field.options].filter((option) => option.value !== "" && !option.selected && !("barred" in option.dataset))
                : [];
        }

        whyClosed(name, field) {
            if (this.shut[name]) {
                return {why: this.shut[name], fields: [], isShut: true};
            }
            const words = this.words(field);
            const reasons = words.map((option) => this.whyNot(name, option.value));
            return this.against(name) || (words.length && reasons.every(Boolean) ? reasons[0] : undefined);
        }

        // A field that waits for one that is closed is closed as well: until nothing is added.
        close() {
            let before = -1;
            while (this.closed.size > before) {
                before = this.closed.size;
                for (const [name, field] of this.fields) {
                    const rule = !this.closed.has(name) && textOf(field) === "" && this.whyClosed(name, field);
                    if (rule) {
                        this.closed.set(name, rule);
                    }
                }
            }
        }

        // What has a value it could not be given now; it stays open, for it has to be emptied.
        stranded(name, field) {
            const value = textOf(field);
            const isFixed = value === "" || this.required.has(name);
            return isFixed ? undefined : this.against(name, {from: "", to: field.type === "checkbox" ? SOMETHING : value});
        }

        // What waits for rows beside it, as they are just now.
        await(rows) {
            const isOpen = ({rows: prefix, begun, ended}) => ([name, row]) => name.startsWith(`${prefix}-`)
                && row.value(begun) && !row.value(ended) && !row.value("voided_on") && !row.value("DELETE");
            this.waiting = this.waiting.filter((each) => [...rows].some(isOpen(each)));
            for (const {fields, why} of this.waiting.filter((each) => !each.words.length)) {
                fields.forEach((name) => {
                    this.shut[name] ||= why;
                });
            }
        }

        // Why a word of a menu is closed, be it for a rule or for rows beside.
        whyNot(name, word) {
            const waits = this.waiting.find((each) => each.fields.includes(name) && each.words.includes(word));
            return waits || this.against(name, {to: word, isChoosing: true});
        }

        // Waits for nothing that is closed for another reason: the one to tell.
        isRoot(rule) {
            return rule.fields.every((each) => [undefined, rule].includes(this.closed.get(each)));
        }
    }

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
                found.set(prefix, new Typed(prefix, rules));
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
        if (!isSelect(field) || isLookup(field)) {
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
