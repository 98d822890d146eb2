"use strict";
// What is typed survives an expired session: it is kept in this window alone, never beyond it,
// and offered when the same form is opened again (docs/decisions/0009-entering.md).
{
    const form = document.querySelector(".change-form #content-main > form");
    const session = document.getElementById("session");
    const UNKEPT = /(^|-)(identity_number|telephone|csrfmiddlewaretoken|password\d?)$|^_|__prefix__/;
    const ROWS = /^(.+)-TOTAL_FORMS$/;
    const PAUSE = 300; // milliseconds without a key before it is kept

    // What lawful.js has closed is kept as well: that it was emptied is something typed.
    const isKept = (field) => field.name && !UNKEPT.test(field.name)
        && (!field.disabled || "closed" in field.dataset)
        && (field.type !== "hidden" || ROWS.test(field.name))
        && !["file", "password", "submit", "button"].includes(field.type);

    const valueOf = (field) => {
        if (field.type === "checkbox" || field.type === "radio") {
            return {checked: field.checked};
        }
        const chosen = field instanceof HTMLSelectElement ? field.selectedOptions[0] : null;
        return chosen ? {value: field.value, text: chosen.text} : {value: field.value};
    };

    const all = () => Object.fromEntries([...form.elements].filter(isKept).map((field) => [field.name, valueOf(field)]));

    const same = (one, other) => Boolean(one && other) && one.value === other.value && one.checked === other.checked;

    // Rows are added and lookups made by Django's scripts, once the page is complete.
    const whenAllIsThere = (act) => {
        if (document.readyState === "complete") {
            act();
        } else {
            window.addEventListener("load", act, {once: true});
        }
    };

    const keep = () => {
        const key = `lawgov.draft.${session.dataset.person}.${location.pathname}`;
        const atFirst = all();
        const hasArrived = Boolean(document.querySelector(".messagelist .success"));
        const isSentBack = Boolean(form.querySelector(".errornote"));
        let earlier = {}, timer = 0, isOver = false;

        const kept = () => JSON.parse(sessionStorage.getItem(key) || "null");

        const write = (isSent = false) => {
            clearTimeout(timer);
            timer = 0;
            if (isOver) {
                return;
            }
            const now = all();
            const typed = Object.entries(now).filter(([name, entry]) => !same(entry, atFirst[name]));
            const entries = {...earlier, ...Object.fromEntries(typed)};
            if (Object.keys(entries).length) {
                const draft = {at: new Date().toISOString(), isSent, entries};
                sessionStorage.setItem(key, JSON.stringify(draft));
            }
        };

        const rows = (entries) => {
            for (const [name, {value}] of Object.entries(entries)) {
                const match = ROWS.exec(name);
                const add = match && document.querySelector(`#${match[1]}-group .add-row a`);
                for (let tries = 0; add && tries < 100 && Number(form.elements[name].value) < Number(value); tries += 1) {
                    add.click();
                }
            }
        };

        const fill = ([name, entry]) => {
            const field = form.elements[name];
            if (!field || ROWS.test(name)) {
                return;
            }
            if (entry.checked !== undefined) {
                field.checked = entry.checked;
            } else {
                const isMissing = field instanceof HTMLSelectElement && entry.value
                    && ![...field.options].some((option) => option.value === entry.value);
                if (isMissing) {
                    field.add(new Option(entry.text, entry.value));
                }
                field.value = entry.value;
            }
            field.dispatchEvent(new Event("change", {bubbles: true}));
        };

        const offer = (draft) => {
            const banner = document.getElementById("draft-offer").content.firstElementChild.cloneNode(true);
            const time = banner.querySelector("time");
            time.dateTime = draft.at;
            time.textContent = new Date(draft.at).toLocaleString(document.documentElement.lang);
            banner.querySelector(".restore").addEventListener("click", () => {
                rows(draft.entries);
                Object.entries(draft.entries).forEach(fill);
                banner.remove();
                write();
            });
            banner.querySelector(".discard").addEventListener("click", () => {
                sessionStorage.removeItem(key);
                banner.remove();
            });
            form.prepend(banner);
        };

        const draft = kept();
        if (draft && draft.isSent && hasArrived) {
            sessionStorage.removeItem(key);
        } else if (draft && isSentBack) {
            earlier = draft.entries; // the form shows it already, with what is wrong about it
            write();
        } else if (draft) {
            const now = all();
            if (Object.entries(draft.entries).some(([name, entry]) => !same(entry, now[name]))) {
                whenAllIsThere(() => offer(draft));
            }
        }
        for (const event of ["input", "change"]) {
            form.addEventListener(event, ({isTrusted}) => {
                clearTimeout(timer);
                timer = isTrusted ? setTimeout(() => write(), PAUSE) : 0;
            });
        }
        form.addEventListener("submit", () => write(true));
        document.addEventListener("submit", ({target}) => {
            isOver ||= target.id === "logout-form"; // session.js takes away what was kept
        });
        window.addEventListener("pagehide", () => timer && write(Boolean(form.dataset.sent)));
    };

    if (form && session) {
        keep();
    }
}
