"use strict";
// While a case is typed: which records look like it. The server is asked when a field is left.
{
    const hint = document.querySelector(".similar[data-address]");
    const form = hint && hint.closest("form");
    const seen = form && form.querySelector("[name=_seen]");
    const watched = hint
        ? hint.dataset.inputs.split(" ").map((name) => new RegExp(`^${name.replaceAll("*", "\\d+")}$`))
        : [];
    let asked = "";

    const belongs = (name) => watched.some((pattern) => pattern.test(name));

    // What decides who a row stands for, and what makes a likeness stronger, goes along.
    const goesAlong = (name) => belongs(name) || /-(role|DELETE)$/.test(name)
        || name === hint.dataset.alike || name === "csrfmiddlewaretoken";

    const question = () => {
        const data = new URLSearchParams();
        for (const [name, value] of new FormData(form)) {
            if (goesAlong(name) && typeof value === "string" && !name.includes("__prefix__")) {
                data.append(name, value);
            }
        }
        data.append("_self", hint.dataset.self);
        return data;
    };

    const ask = async () => {
        const data = question();
        if (String(data) === asked) {
            return;
        }
        asked = String(data);
        const answer = await fetch(hint.dataset.address, {method: "POST", body: data});
        if (!answer.ok || answer.redirected || String(data) !== asked) {
            return;
        }
        const {hint: words, seen: shown} = await answer.json();
        hint.innerHTML = words; // made and escaped by the server's template
        seen.value = [...new Set([...seen.value.split(",").filter(Boolean), ...shown])].join(",");
    };

    if (hint) {
        form.addEventListener("change", ({target}) => {
            const typed = [...new FormData(form)].some(([name, value]) => belongs(name) && value);
            if (typed && target.name && goesAlong(target.name)) {
                ask().catch(() => {});
            }
        });
    }
}
