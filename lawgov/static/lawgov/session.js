"use strict";
// Warns before somebody who does nothing is signed out, and says when that has happened.
{
    const session = document.getElementById("session");
    const LEAD = 5 * 60; // seconds before the end, or a third of a short session
    const GLANCE = 1000; // milliseconds between looks at the clock; a sleeping machine skips them

    const watch = () => {
        const lasts = Number(session.dataset.seconds);
        const lead = Math.min(LEAD, lasts / 3);
        const warning = document.getElementById("session-warning");
        const over = document.getElementById("session-over");
        const left = warning.querySelector(".left");
        const others = new BroadcastChannel("lawgov-session");
        let ends = 0;

        const begin = (seconds, tellOthers = true) => {
            ends = Date.now() + seconds * 1000;
            if (tellOthers) {
                others.postMessage(seconds);
            }
            warning.close();
        };

        const end = () => {
            warning.close();
            if (!over.open) {
                over.showModal();
            }
        };

        const look = () => {
            const seconds = Math.ceil((ends - Date.now()) / 1000);
            if (seconds <= 0) {
                end();
            } else if (seconds <= lead) {
                left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
                if (!warning.open && !over.open) {
                    warning.showModal();
                }
            }
        };

        warning.querySelector("form").addEventListener("submit", async (event) => {
            event.preventDefault();
            const {action} = event.target;
            const answer = await fetch(action, {method: "POST", body: new FormData(event.target)}).catch(() => null);
            if (answer && answer.ok && !answer.redirected) {
                begin((await answer.json()).seconds);
            } else {
                end();
            }
        });
        over.addEventListener("cancel", (event) => event.preventDefault());
        others.addEventListener("message", ({data}) => begin(data, false)); // another window was used
        begin(lasts);
        setInterval(look, GLANCE);
    };

    // Who signs out leaves nothing behind; what somebody else left here is not kept either.
    const forget = (isGone) => {
        for (const key of Object.keys(sessionStorage)) {
            if (key.startsWith("lawgov.draft.") && isGone(key)) {
                sessionStorage.removeItem(key);
            }
        }
    };

    if (session) {
        watch();
        forget((key) => !key.startsWith(`lawgov.draft.${session.dataset.person}.`));
        if (document.querySelector(".messagelist .success")) {
            forget((key) => JSON.parse(sessionStorage.getItem(key)).isSent); // it arrived
        }
        const out = document.getElementById("logout-form");
        if (out) {
            out.addEventListener("submit", () => forget(() => true));
        }
    }
}
