"use strict";
// A date as it was typed is written out when one leaves its field, so that its year is seen.
// The server reads the same spellings (cases/registry/typed_dates.py) and is the judge: what
// is not understood here stays as it is.
{
    const SPELLINGS = [
        /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
        /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
        /^(\d{4})(\d{2})(\d{2})$/,
        /^(\d{1,2})[-/.](\d{1,2})$/,
        /^(\d{1,2})月(\d{1,2})日?$/,
        /^(\d{2})(\d{2})$/,
    ];

    const two = (number) => String(number).padStart(2, "0");

    const writtenOut = (typed) => {
        const plain = typed.normalize("NFKC").trim().replaceAll("。", ".");
        const match = SPELLINGS.map((spelling) => spelling.exec(plain)).find(Boolean);
        if (!match) {
            return null;
        }
        const numbers = match.slice(1).filter((part) => /^\d+$/.test(part)).map(Number);
        const [year, month, day] = numbers.length === 3 ? numbers : [new Date().getFullYear(), ...numbers];
        const found = new Date(year, month - 1, day);
        const exists = found.getMonth() === month - 1 && found.getDate() === day;
        return exists ? `${year}-${two(month)}-${two(day)}` : null;
    };

    document.addEventListener("focusout", ({target}) => {
        if (!(target instanceof HTMLInputElement) || !target.matches(".vDateField")) {
            return;
        }
        const day = writtenOut(target.value);
        if (day !== null && day !== target.value) {
            target.value = day;
            target.dispatchEvent(new Event("change", {bubbles: true}));
        }
    });
}
