"use strict";
// What helps on every form: keys that save, buttons that work once, lookups of the right day.
{
    const form = document.querySelector(".change-form #content-main > form");

    const goOn = () => {
        const button = document.querySelector(".submit-row [name=_addanother]");
        if (button) {
            button.click();
        }
        return Boolean(button);
    };

    // The second click of a double click finds nothing to press; the server would see through
    // it as well. What the pressed button says is sent before it goes grey.
    const once = () => {
        form.addEventListener("submit", (event) => {
            if (event.defaultPrevented) {
                return;
            }
            if (form.dataset.sent) {
                event.preventDefault();
                return;
            }
            form.dataset.sent = "yes";
            setTimeout(() => press(true));
        });
        // Back from the cache of the browser's history: the form is there to be sent again.
        window.addEventListener("pageshow", () => {
            delete form.dataset.sent;
            press(false);
        });
    };

    const press = (isDown) => {
        for (const button of document.querySelectorAll(".submit-row input[type=submit]")) {
            button.disabled = isDown;
        }
    };

    // A lookup says which day the record is dated by, so that only what there was is offered.
    const dayOf = () => {
        const holder = document.querySelector("[data-dated-by]");
        const field = holder && document.getElementById(`id_${holder.dataset.datedBy}`);
        return field ? field.value : "";
    };

    const lookUp = () => {
        const jQuery = window.django && window.django.jQuery;
        if (jQuery) {
            jQuery.ajaxPrefilter((options) => {
                if (!options.url || !options.url.includes("/autocomplete/")) {
                    return undefined;
                }
                options.data = `${options.data || ""}&on=${encodeURIComponent(dayOf())}`;
                return "json"; // a page to sign in at is no answer, and the field says so
            });
        }
    };

    document.addEventListener("keydown", (event) => {
        const isGoOn = (event.ctrlKey || event.metaKey) && !event.altKey && event.key === "Enter";
        if (isGoOn && !document.querySelector("dialog[open]") && goOn()) {
            event.preventDefault();
        }
    });

    if (form) {
        once();
        lookUp();
    }
}
