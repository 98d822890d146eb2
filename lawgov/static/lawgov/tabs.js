"use strict";
// The parts of a form as tabs. Without this file they stand one below the other.
{
    const holder = document.querySelector(".parts[data-tabs]");
    const panels = holder ? [...holder.children].filter((part) => part.matches(".part")) : [];
    const WISH = "lawgov.everything"; // a taste of this browser, nothing of any record
    const tabs = new Map();
    const list = document.createElement("div");
    const everything = document.createElement("button");

    const showsAll = () => localStorage.getItem(WISH) === "yes";

    const mistakes = (panel) => panel.querySelectorAll("ul.errorlist").length;

    const chosen = () => panels.find((panel) => tabs.get(panel).getAttribute("aria-selected") === "true");

    const show = (panel, {focus = false, address = true} = {}) => {
        for (const each of panels) {
            const tab = tabs.get(each), isChosen = each === panel;
            tab.setAttribute("aria-selected", String(isChosen));
            tab.tabIndex = isChosen ? 0 : -1;
            each.hidden = !isChosen && !showsAll();
        }
        if (focus) {
            tabs.get(panel).focus();
        }
        if (showsAll() && address) {
            panel.scrollIntoView({block: "start"});
        }
        if (address) {
            history.replaceState(history.state, "", `#${panel.id}`);
        }
    };

    const byKey = (event) => {
        const here = panels.indexOf(chosen()), last = panels.length - 1;
        const goal = {
            ArrowRight: here === last ? 0 : here + 1,
            ArrowLeft: here === 0 ? last : here - 1,
            Home: 0,
            End: last,
        }[event.key];
        if (goal !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            show(panels[goal], {focus: true});
        }
    };

    const made = (panel) => {
        const tab = document.createElement("button"), count = mistakes(panel);
        tab.type = "button";
        tab.setAttribute("form", ""); // no field of the form: the first of those is what gets the cursor
        tab.id = `tab-${panel.id}`;
        tab.textContent = panel.dataset.name;
        tab.setAttribute("role", "tab");
        tab.setAttribute("aria-controls", panel.id);
        tab.addEventListener("click", () => show(panel));
        if (panel.dataset.count) {
            const badge = document.createElement("span");
            badge.className = "count";
            badge.textContent = panel.dataset.count;
            tab.append(" ", badge);
        }
        if (count) {
            const badge = document.createElement("span"), words = document.createElement("span");
            badge.className = "mistakes";
            badge.textContent = count;
            words.className = "visually-hidden";
            words.textContent = ` ${holder.dataset.mistakes}`;
            badge.append(words);
            tab.append(" ", badge);
            tab.classList.add("has-mistakes");
        }
        for (const details of panel.querySelectorAll(":scope > fieldset > details")) {
            details.open = true; // the tab has folded it away already
        }
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", tab.id);
        return tab;
    };

    const turnTo = () => {
        const asked = panels.find((panel) => `#${panel.id}` === location.hash);
        const wrong = panels.filter(mistakes);
        const opened = wrong.length && !wrong.includes(asked) ? wrong[0] : asked;
        show(opened || panels[0], {address: false});
    };

    if (panels.length) {
        list.className = "tabs";
        list.setAttribute("role", "tablist");
        list.setAttribute("aria-label", holder.dataset.tabs);
        for (const panel of panels) {
            tabs.set(panel, made(panel));
            list.append(tabs.get(panel));
        }
        everything.type = "button";
        everything.setAttribute("form", "");
        everything.className = "everything";
        everything.textContent = holder.dataset.all;
        everything.setAttribute("aria-pressed", String(showsAll()));
        everything.addEventListener("click", () => {
            localStorage.setItem(WISH, showsAll() ? "no" : "yes");
            everything.setAttribute("aria-pressed", String(showsAll()));
            holder.classList.toggle("shows-all", showsAll());
            show(chosen(), {address: false});
        });
        list.addEventListener("keydown", byKey);
        const bar = document.createElement("div");
        bar.className = "tab-bar";
        bar.append(list, everything);
        holder.prepend(bar);
        holder.classList.add("has-tabs");
        holder.classList.toggle("shows-all", showsAll());
        turnTo();
        window.addEventListener("hashchange", turnTo);
    }
}
