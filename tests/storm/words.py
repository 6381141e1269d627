"""What the documents of the storm say: invented words in the forms of real pages, and what breaks them. Data only."""

from __future__ import annotations

from typing import Final

NAMES: Final = (
    "lamp", "lamps", "lamp_id", "project_id", "color", "dim", "state", "name", "id", "limit", "offset", "marker",
    "OS-EXT-LAMP:host", "lamp.color", "lamps.color.red", "lamps[].id", "@lamps:owner", "changes-since", "class",
    "X-Auth-Token", "Content-Type", "User customization", "<color>", "{lamp_id}", "*key*", "None", "self", "_", "__init__",
    "Lamp", "LAMP", "lamp-id", "lampId", "1st", "bulbs_links and bulbs", "in", "created_at", "model_config", "ﬁne", "ﬀ",
)  # fmt: skip
SCHEMAS: Final = (
    "Lamp", "Bulb", "lamp", "color", "Link", "LampState", "bulb_list", "class", "List", "dict", "Array", "Error",
)  # fmt: skip
PRIMITIVES: Final = (
    "String", "Integer", "Int", "Long", "Float", "Double", "Number", "Boolean", "Byte", "Null", "Object", "JSON", "Dict",
    "string(uuid)", "integer (int64)", "Any", "Array", "List", "Map", "Timestamp", "file", "Enum", "-", "N/A",
)  # fmt: skip
METHODS: Final = ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
PATHS: Final = (
    "/v1/{project_id}/lamps", "/v1/{project_id}/lamps/{lamp_id}", "/v2.1/{project_id}/lamps/{lamp_id}/action", "/",
    "/v1/{project_id}/lamps?limit={limit}&amp;offset={offset}", "/v1/lamps{?limit,marker}", "/v1/{lamp_id}/x/{lamp_id}",
    "/v1/{project_id}/lamps/{lamp_id", "/v1//lamps/", "https://{endpoint}/v1/{project_id}/bulbs", "/v1/{}/lamps", "lamps",
    "/v1/{project_id}/lamps/{lamp_id}/{lamp.color}", "/v1/{project_id}/lamps/{lamp_id}:light", "/v1/../../lamps",
)  # fmt: skip
HEADINGS: Final = (
    "Function", "Function Description", "Constraints", "URI", "Request", "Response", "Request Parameters",
    "Response Parameters", "Request Body", "Response Body", "Request Message", "Example Request", "Example Requests",
    "Example Response", "Example Responses", "Example", "Samples", "Example Request (Lighting a Lamp)", "Status Code",
    "Status Codes", "Returned Values", "Error Codes", "Prerequisites", "Notes", "Debugging", "Authorization",
    "Status code: 200", "",
)  # fmt: skip
HEADS: Final = (
    ("Parameter", "Mandatory", "Type", "Description"),
    ("Parameter", "Type", "Description"),
    ("Parameter", "Type", "Mandatory", "Description"),
    ("Parameter", "Mandatory", "Description"),
    ("Name", "In", "Required", "Type", "Remarks"),
    ("Attribute", "Type", "CRUD", "Default Value", "Constraint", "Remarks"),
    ("Element", "Optional", "Data Type", "Value Range", "Meaning"),
    ("Header", "Type", "Mandatory or Not", "Example Value", "Description"),
    ("No.", "Parameter", "Type", "Description"),
    ("Status Code", "Description"),
    ("Returned Value", "Message", "Description"),
    ("Method", "URI"),
    ("Permission", "API", "Action"),
)  # fmt: skip
CAPTIONS: Final = (
    "Path Parameters", "Query Parameters", "Request header parameters", "Request body parameters", "Request parameters",
    "Response body parameters", "Response header parameters", "Response parameters", "Parameters in the response",
    "Data structure description of the <b>color</b> field", "<b>lamp</b> field description", "Lamp", "Bulb object",
    "color array corresponding to state", "<b>bulbs_links and bulbs</b> field description", "Status codes", "",
)  # fmt: skip
ANSWERS: Final = (
    "Yes", "No", "M", "O", "Mandatory", "Optional", "Yes if <b>state</b> is <b>on</b>", "Conditional", "", "-", "True",
    "Mandatory when dim is 0", "√", "Not required", "Yes/No", "maybe",
)  # fmt: skip
CODES: Final = (
    "200", "201", "202", "204", "400", "404", "500", "2xx", "200 OK", "Normal", "default", "200/204", "999", "00200",
)  # fmt: skip
VALUES: Final = (
    "on", "off", "0", "1", "true", "false", "null", "-1", "0.5", "1e3", "__ALL__", "a b", "on/off", "\"on\"", "'off'", "ON",
    "Default", "lamp.*", "{}", "[]", "100,200", "2022-03-01T00:00:00Z", "x" * 300, "1,024", "٣", "²", "1_000", "∞",
)  # fmt: skip
SENTENCES: Final = (
    "State of the lamp.", "Specifies the lamp.", "The default value is {}.", "Default: {}", "(Default value: {})",
    "The value ranges from {} to {}.", "Value range: [{}, {}]", "The value must be greater than {}.", "Range: ({}, ∞)",
    "Minimum: {}", "Maximum: {}", "The value is a string of {} to {} characters.", "A maximum of {} lamps can be switched.",
    "The length cannot exceed {} characters.", "The value can be <b>{}</b>, <b>{}</b>, or <b>{}</b>.", "Options: {}, {}",
    "Possible values: {} | {}", "The value can only be <b>{}</b>.", "The options are as follows:", "This is one of the words {}.",
    "- <strong>{}</strong>: the lamp shines. - <strong>{}</strong>: it is dark. (Default value)", "<b><b>{}</b></b>",
    "This parameter is mandatory only when <b>state</b> is <b>{}</b>.", "(Optional)", "Either a or b must be set.",
    "This parameter has been discarded.", "Please do not use it.", "For details, see <a href=\"#Lamp\">Table 2</a>.", "See <a href=\"lamps.html#color\">{}</a>.", "UUID format.",
    "The value is in UUID format, for example, 6a9f0c2e-1111-2222-3333-444455556666.", "The time is in ISO 8601 format: YYYY-MM-DDTHH:MM:SSZ.",
    "The value must be encoded with base64.", "Parameter type: Integer", "For example, {}.", "At most {} bytes.",
    "The elements are of the String type.", "For example: {{\"lamp\": [{}, {}]}}", "1 (inclusive) to {} (exclusive)", "Example: [{}, {}]",
    "The start page is {}.", "If the value is {}, nothing happens.", "Separated by commas (,).", "This API is used to light a lamp.",
)  # fmt: skip
NUMBERS: Final = (
    "0", "1", "64", "100", "65,535", "-1", "0.1", "1e9", "1e400", "1e-400", "9" * 20, "9" * 5000, "0x10", "٣", "²", "½", "1.2.3", "-0",
    "2^31-1", "-" + "9" * 400, "1." + "0" * 400, "+7", "1_000", "NaN", "Infinity", "٠١٢٣", "१२", "1e" + "9" * 5000,
)  # fmt: skip
STRANGE: Final = (
    "\x00", "\x01", "\x08", "\x0b", "\x0c", "\r", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u0301", "\u061c", "\u180e", "\u200b", "\u200d",
    "\u2028", "\u2029", "\u202e", "\u2066", "\ud800", "\udfff", "\ufdd0", "\ufeff", "\ufffd", "\uffff", "\U0001f4a1", "\U0001d7d8", "\U000e0041",
    "\U0010ffff", "\U00020000", "\U000f0000", "ſ", "ß", "İ", "ı", "Ⅷ", "K", "ﬀ", "ﷺ", "ａ", "؁", "੩", "ᠠ", "á", "…", "“", "’", "–", "　",
)  # fmt: skip
ENTITIES: Final = (
    "&#0;", "&#xD800;", "&#xDFFF;", "&#55296;", "&#x110000;", "&#xFFFFFFFFFF;", "&#99999999999999999999;", "&#128;", "&#x80;", "&#xFFFE;",
    "&#xFFFF;", "&#10;", "&#13;", "&#x2028;", "&#x1F4A1;", "&amp;amp;", "&lt", "&amp", "&", "&;", "&#;", "&#x;", "&#xZZ;", "&nbsp", "&notit;",
    "&NotEqualTilde;", "&bne;", "&unknown;", "&#-1;", "&quot;&apos;&#39;", "&lt;b&gt;", "&#x202E;", "&#12", "&#x110000", "&#0",
)  # fmt: skip
VOCABULARY: Final = (
    "Parameter", "Mandatory", "Type", "Description", "Yes", "No", "String", "Array of", "Table 1 ", "Status code: 200", "URI", "Request",
    "GET /v1/lamps", "POST", "HTTP/1.1 200 OK", "Parent topic:", "Default value", "The value ranges from 1 to", "Options:", "curl -X POST ",
    "Path Parameters", "{", "}", "[", "]", "<", ">", "(", ")", "or", "/", "|", ":", "-", "—", "*", "**", "`", "\\", "\"", "'", "\"\"\"",
    "None", "object", "Map<String,", "Example Request", "(Discarded)", "Or", "- **a**: b - **c**: d", "[0, ", "~", "#", "%", "${", "{{", "{%",
)  # fmt: skip
ISLANDS: Final = (
    "<svg><title>{}</title></svg>", "<math><mi>{}</mi></math>", "<template>{}</template>", "<select><option>{}</option></select>",
    "<noscript>{}</noscript>", "<textarea>{}</textarea>", "<script>{}</script>", "<style>{}</style>", "<iframe>{}</iframe>",
    "<plaintext>{}", "<xmp>{}</xmp>", "<listing>{}</listing>", "<frameset><frame>{}</frameset>", "<object>{}</object>", "<button>{}</button>",
    "<ruby>{}<rt>x</rt></ruby>", "<details><summary>{}</summary></details>", "<form>{}</form>", "<table>{}</table>", "<a href='#x'>{}</a>",
    "<![CDATA[{}]]>", "<!--{}-->", "<!--[if IE]>{}<![endif]-->", "<![if !IE]>{}<![endif]>", "<?php {} ?>", "<!DOCTYPE html>{}", "<html><body>{}",
    "</body></html>{}", "<body>{}</body>", "<head>{}</head>", "<title>{}</title>", "<caption>{}</caption>", "<col>{}", "<dl><dt>{}<dd></dl>",
    "<pre>{}</pre>", "<h1>{}</h1>", "<h4>{}</h4>", "<ol><li>{}", "<ul>{}</ul>", "<br>{}<br/>", "<!--{}", "<marquee>{}", "<isindex>{}", "<x:y>{}</x:y>",
)  # fmt: skip
CHARSETS: Final = (
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "shift_jis", "gb18030", "big5", "koi8-r", "cp037", "utf-7", "hz",
)  # fmt: skip
DECLARED: Final = (
    *CHARSETS, "x-none", "rot13", "hex", "base64", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "zip", "utf-8-sig",
    "mbcs", "utf_16", "charmap", "palmos", "uu", "quopri", "bz2", "utf8\"",
)  # fmt: skip
ADDRESSES: Final = (
    "", "#", "#Lamp", "LightLamp.html#Lamp", "lamps.html", "./lamps.html", "%ff%fe.html", "//[", "http://[::1", "javascript:alert(1)", "mailto:x",
    "https://example.com/lamps", "#%ED%A0%80", "../x.html", "?x#y", "a b.html", "\\\\host\\x", "http://exa\tmple.com", "#table_1", "data:,x",
)  # fmt: skip
