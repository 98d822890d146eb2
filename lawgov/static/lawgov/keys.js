"use strict";
// Keys for people who enter cases all day. Every page works without this file.
{
    const isTyping = (element) => element.matches("input, textarea, select, [contenteditable]");

    const save = () => {
        const bar = document.querySelector(".submit-row");
        const button = bar && (bar.querySelector("[name=_continue]") || bar.querySelector("[name=_save]"));
        if (button) {
            button.click();
        }
        return Boolean(button);
    };

    const search = () => {
        const field = document.getElementById("searchbar") || document.getElementById("find") || document.getElementById("nav-filter");
        if (field) {
            field.focus();
            field.select();
        }
        return Boolean(field);
    };

    const closeMenus = (except) => {
        for (const menu of document.querySelectorAll("details.filter[open]")) {
            if (menu !== except) {
                menu.open = false;
            }
        }
    };

    document.addEventListener("keydown", (event) => {
        const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s";
        const isSearch = event.key === "/" && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
        if ((isSave && save()) || (isSearch && search())) {
            event.preventDefault();
        }
        if (event.key === "Escape") {
            closeMenus(null);
        }
    });

    // A long menu shows what has the letters that are typed.
    document.addEventListener("input", (event) => {
        if (event.target.matches(".menu-search")) {
            const sought = event.target.value.trim().toLowerCase();
            for (const item of event.target.parentElement.querySelectorAll("li")) {
                item.hidden = !item.textContent.toLowerCase().includes(sought);
            }
        }
    });

    document.addEventListener("toggle", (event) => {
        const field = event.target.open && event.target.querySelector(".menu-search");
        if (field) {
            field.focus();
        }
    }, true);

    document.addEventListener("click", (event) => {
        closeMenus(event.target.closest("details.filter"));
    });
}
