"use strict";
// What the rules of a table leave open of a record that is being typed. They are the constraints
// themselves, as cases/registry/desk/rulebook.py spells them out; when one closes a field or a word
// is said in docs/decisions/0014-lawful-now.md. Nothing is drawn here: lawful.js does that.
const TypedRecord = (() => {
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

    const textOf = (field) => {
        if (field.type === "checkbox") {
            return field.checked ? "on" : "";
        }
        return field.value.trim();
    };

    // One record that is being typed: the form itself, or a row of it.
    return class {
        // A lookup shows what the server finds, one by one.
        static isMenu(field) {
            return field instanceof HTMLSelectElement && !field.classList.contains("admin-autocomplete");
        }

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
            return this.constructor.isMenu(field)
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

        // What has a value it could not be given now; it stays open, for it has to be emptied, or
        // where it cannot be empty, turned to another word.
        stranded(name, field) {
            const value = textOf(field);
            if (this.required.has(name)) {
                return this.rules.find((rule) => this.turns(rule) === name && this.isLost(rule));
            }
            return value === "" ? undefined : this.against(name, {from: "", to: field.type === "checkbox" ? SOMETHING : value});
        }

        // No field that is empty can make up for what is chosen.
        isLost(rule) {
            const empties = rule.fields.flatMap((name) => this.fill(name));
            const holds = (group) => truth(rule.if, (name) => new Map(group).get(name) ?? this.value(name)) !== false;
            return ![[], ...subsets(empties)].some(holds);
        }

        // Of menus that have to agree the last one; where something can be emptied instead, none.
        turns(rule) {
            const named = [...this.fields.keys()].filter((name) => rule.fields.includes(name) && this.value(name) !== "");
            return named.every((name) => this.required.has(name)) ? named.at(-1) : undefined;
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

        // Whether a condition on this record may hold.
        allows(tree) {
            return truth(tree, (name) => this.value(name)) !== false;
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
    };
})();
