"use strict";
// Shows how far a long export is and stops it. Without this file the page has a link and a button.
{
    const EVERY = 1000;
    const place = document.querySelector("section.export");
    const bar = place.querySelector("progress");
    const said = place.querySelector(".said");
    const form = place.querySelector("form");
    const begin = place.querySelector(".begin a");
    let timer = 0;

    const over = () => {
        window.clearTimeout(timer);
        form.hidden = true;
        place.classList.add("over");
    };

    const look = async () => {
        try {
            const answer = await (await fetch(place.dataset.progress)).json();
            // A cancelled one writes on until it next looks up; its number is the last when it stays.
            const settled = answer.state === "cancelled" && answer.said === said.textContent;
            if (answer.said) {
                said.textContent = answer.said;
            }
            bar.value = answer.state === "done" ? bar.max : answer.lines;
            if (answer.state === "cancelled") {
                form.hidden = true;
            }
            if (answer.state === "done" || settled) {
                over();
                return;
            }
        } catch {
            said.textContent = place.dataset.broken;
        }
        timer = window.setTimeout(look, EVERY);
    };

    begin.addEventListener("click", () => {
        // The answer is a file, so the page stays where it is.
        begin.parentElement.hidden = true;
        timer = window.setTimeout(look, EVERY / 4);
    });

    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
        window.clearTimeout(timer);
        look();
    });

    // Not before the page has loaded: what leads away from it would break that off.
    window.addEventListener("load", () => window.setTimeout(() => begin.click()));
}
