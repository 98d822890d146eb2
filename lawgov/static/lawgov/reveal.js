"use strict";
// Makes "Show" beside a masked number a dialog; without this file it is a page of its own.
{
    const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

    const element = (name, properties, ...inside) => {
        const made = Object.assign(document.createElement(name), properties);
        made.append(...inside);
        return made;
    };

    const ask = async (link, reason) => {
        const said = new FormData();
        said.append("csrfmiddlewaretoken", token());
        said.append("reason", reason);
        const answer = await fetch(link.href, {
            method: "POST", body: said, headers: { "Accept": "application/json" },
        });
        return answer.ok && !answer.redirected ? answer.json() : null;
    };

    const open = (link, words) => {
        const input = element("input", { type: "text", name: "reason", required: true, minLength: 2, maxLength: 200, autocomplete: "off" });
        const label = element("label", {}, element("span", { textContent: words.reason }), input);
        const show = element("button", { type: "submit", className: "button default", textContent: words.show });
        const close = element("button", { type: "button", className: "button", textContent: words.close });
        const form = element("form", { method: "dialog" }, label, element("div", { className: "does" }, show, close));
        const dialog = element("dialog", { className: "reveal-dialog" }, form);
        close.addEventListener("click", () => dialog.close());
        dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
        form.addEventListener("submit", async (event) => {
            event.preventDefault();
            const answer = await ask(link, input.value);
            if (!answer) {
                window.open(link.href, "_blank");
            } else if (answer.number) {
                link.before(element("output", { className: "revealed", textContent: answer.number }));
                link.remove();
            }
            if (!answer || answer.number) {
                dialog.close();
            }
        });
        document.body.append(dialog);
        dialog.showModal();
    };

    document.addEventListener("click", (event) => {
        const link = event.target.closest("a.reveal");
        const words = document.getElementById("reveal-words");
        if (link && words && window.HTMLDialogElement && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            open(link, words.dataset);
        }
    });
}
