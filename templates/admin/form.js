/* The form: Decap CMS, with what it has to know of our entries.

   Its own reader of YAML would turn dates, numbers and words such as NO into other things, and
   its lists cannot show what stands there in a short form. So an entry is read and written here:
   every value is text, every part has all its fields while it is edited, and what is empty is
   left out again. `termloom restore` then gives comments and spelling back. */
"use strict";

window.CMS_MANUAL_INIT = true;

/* From `?entry=terms/lora` or `?new=terms`, as the pages of the site have it, to where Decap CMS
   looks for it, before Decap CMS looks. */
(() => {
  const query = new URLSearchParams(window.location.search);
  const [collection, id] = (query.get("entry") ?? query.get("new") ?? "").split("/");
  if (!/^[a-z0-9-]+$/.test(collection)) return;
  const where = query.has("new") ? "new" : `entries/${encodeURIComponent(id ?? "")}`;
  window.history.replaceState(null, "", `./#/collections/${collection}/${where}`);
})();

const Entries = (() => {
  let kinds = {};
  let format = {};

  const isFields = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isNothing = (value) =>
    value === null ||
    value === undefined ||
    value === "" ||
    (typeof value === "object" && Object.keys(value).length === 0);

  /* As our reader has it: a value is absent where nothing, ~ or null stands without quotes. */
  const learn = (settings) => {
    const { FAILSAFE_SCHEMA, NOT_RESOLVED, defineScalarTag } = window.jsyaml;
    const absent = defineScalarTag("tag:yaml.org,2002:null", {
      implicit: true,
      resolve: (text) => (["", "~", "null"].includes(text) ? null : NOT_RESOLVED),
      identify: (value) => value === null,
    });
    format = { schema: FAILSAFE_SCHEMA.withTags(absent) };
    kinds = {};
    for (const { filter, fields, hide } of settings.collections) {
      if (!hide) kinds[filter.value] = { fields };
    }
  };

  /* From the file to the form. */
  const opened = (value, field) => {
    if (field.keyed && isFields(value)) {
      return Object.entries(value).map(([key, each]) => ({
        [field.keyed]: key,
        ...openedPart(each, field),
      }));
    }
    if (Array.isArray(value)) {
      const present = value.filter((each) => each !== null);
      return field.fields ? present.map((each) => openedPart(each, field)) : present;
    }
    if (field.fields) return openedPart(value, field);
    return typeof value === "string" ? value.trim() : value;
  };

  const openedPart = (value, field) => {
    const whole = typeof value === "string" && field.short_for ? { [field.short_for]: value } : value;
    if (!isFields(whole)) return whole;
    const found = {};
    for (const [name, each] of Object.entries(whole)) {
      if (each === null) continue;
      const inner = field.fields.find((one) => one.name === name);
      found[name] = inner ? opened(each, inner) : each;
    }
    return found;
  };

  /* From the form to the file. */
  const closed = (value, field) => {
    if (field.keyed && Array.isArray(value)) {
      const found = {};
      for (const { [field.keyed]: key, ...rest } of value) {
        let name = key ?? "";
        // What is chosen twice must not get lost; no id holds a space, so the check complains.
        while (name in found) name += " again";
        found[name] = closedPart(rest, field);
      }
      return found;
    }
    if (Array.isArray(value)) {
      return value
        .map((each) => (field.fields ? closedPart(each, field) : each))
        .filter((each) => !isNothing(each));
    }
    if (field.fields) return closedPart(value, field);
    return typeof value === "string" && value.trim().includes("\n") ? `${value.trim()}\n` : value;
  };

  const closedPart = (value, field) => {
    if (!isFields(value)) return value;
    const found = {};
    // The form shows the fields of an entry in another order than they have in the file.
    for (const inner of [...field.fields].sort((one, other) => one.place - other.place || 0)) {
      const each = closed(value[inner.name], inner);
      if (!isNothing(each)) found[inner.name] = each;
    }
    for (const [name, each] of Object.entries(value)) {
      if (!field.fields.some((inner) => inner.name === name) && !isNothing(each)) {
        found[name] = each;
      }
    }
    const names = Object.keys(found);
    return names.length === 1 && names[0] === field.short_for ? found[names[0]] : found;
  };

  const kindOf = (data) => (data.kind === "comparison" ? "comparison" : "term");

  return {
    learn,
    fromFile: (text) => {
      const data = window.jsyaml.load(text, format) ?? {};
      const kind = kindOf(data);
      return { ...openedPart(data, kinds[kind]), kind };
    },
    toFile: (data) => {
      const kind = kindOf(data);
      const { kind: _, ...rest } = closedPart(data, kinds[kind]);
      const { name, ...others } = rest;
      const entry = kind === "comparison" ? { name, kind, ...others } : { name, ...others };
      return window.jsyaml.dump(entry, { lineWidth: -1, quoteStyle: "double", noRefs: true });
    },
  };
})();

const Preview = (() => {
  const text = (value) => (typeof value === "string" ? value : "");

  /* Links between terms look like links; where they lead is known when the site is built. */
  const linked = (prose) =>
    prose.replace(/\[\[([^[\]|]+)(?:\|([^[\]]+))?\]\]/g, (_, id, words) => `[${words ?? id}](#)`);

  return (settings) => {
    const { h, createClass, CMS } = window;
    const Markdown = CMS.getWidget("markdown").preview;

    const prose = (value, props) =>
      h(Markdown, {
        value: linked(text(value)),
        getAsset: props.getAsset,
        resolveWidget: CMS.resolveWidget,
      });

    const shown = (value, field, props) => {
      if (Array.isArray(value)) {
        return h(
          "ul",
          { className: "tl-bare tl-cards" },
          value.map((each, number) =>
            h(
              "li",
              { key: number, className: "tl-card" },
              field.fields ? part(each ?? {}, field, props) : text(each),
            ),
          ),
        );
      }
      if (field.fields) return part(value, field, props);
      if (field.widget === "prose") return prose(value, props);
      const option = field.options?.find((each) => each.value === value);
      return h("p", {}, option?.label ?? text(value));
    };

    const part = (value, field, props) =>
      field.fields
        .filter(({ name }) => value[name] !== undefined && value[name] !== "")
        .map((inner) =>
          h(
            "div",
            { key: inner.name },
            inner.name === field.short_for
              ? null
              : h("strong", { className: "tl-note" }, inner.label),
            shown(value[inner.name], inner, props),
          ),
        );

    const criteria = (data, props) =>
      h(
        "table",
        {},
        h(
          "tbody",
          {},
          (data.criteria ?? []).map((row, number) =>
            h(
              "tr",
              { key: number },
              h("th", { scope: "row" }, text(row.name)),
              (row.cells ?? []).map((cell, place) =>
                h(
                  "td",
                  { key: place },
                  h("strong", {}, text(cell.term)),
                  prose(cell.text, props),
                  cell.rating ? `${cell.rating} of 5` : null,
                ),
              ),
            ),
          ),
        ),
      );

    const page = (collection) =>
      createClass({
        render() {
          const data = this.props.entry.get("data")?.toJS?.() ?? {};
          const sections = collection.fields.filter(
            ({ name, widget, fields }) =>
              (widget === "prose" || fields) && name !== "avoid" && data[name] !== undefined,
          );
          return h(
            "article",
            { className: "md-typeset tl-entry" },
            h(
              "header",
              { className: "tl-head" },
              h("h1", {}, text(data.name), data.abbreviation ? ` (${data.abbreviation})` : null),
              data.question ? h("p", { className: "tl-lead" }, data.question) : null,
            ),
            sections.map((field) =>
              h(
                "section",
                { key: field.name, className: `tl-section tl-section--${field.name}` },
                h("h2", {}, field.label),
                field.name === "criteria"
                  ? criteria(data, this.props)
                  : shown(data[field.name], field, this.props),
              ),
            ),
          );
        },
      });

    CMS.registerPreviewStyle("../assets/termloom/termloom.css");
    CMS.registerPreviewStyle("preview.css");
    for (const collection of settings.collections) {
      CMS.registerPreviewTemplate(collection.name, page(collection));
    }
  };
})();

document.addEventListener("DOMContentLoaded", async () => {
  const { CMS } = window;
  const settings = await (await fetch("config.json")).json();
  Entries.learn(settings);
  CMS.registerCustomFormat("termloom", "yml", Entries);
  // A plain field for text: what was typed is what is saved, and `[[term]]` stays as it is.
  CMS.registerWidget("prose", "text", CMS.getWidget("markdown").preview);
  Preview(settings);
  CMS.init({ config: settings });
});
