// Page views for the CRM, only of visitors who agree: until quanhe.consent(true) nothing is kept and nothing is sent.
// <script src="…/forms/visits.js" async></script>; with data-consent="yes" the site has asked already.
(function () {
  var own = document.currentScript;
  if (!own || window.quanhe) {
    return;
  }
  var address = new URL("visits", own.src).href;
  var CONSENT = "quanhe.consent";
  var VISITOR = "quanhe.visitor";
  function kept(name) {
    try {
      return localStorage.getItem(name);
    } catch (noStorage) {
      return null;
    }
  }
  function send(where, body) {
    // plain text needs no question to the server beforehand, and the page may be left meanwhile
    fetch(where, { method: "POST", mode: "no-cors", credentials: "omit", keepalive: true, body: JSON.stringify(body) })
      .catch(function () {});
  }
  function view() {
    send(address, { visitor: kept(VISITOR), page: location.href.slice(0, 1000), title: document.title.slice(0, 200) });
  }
  function consent(yes) {
    var before = kept(CONSENT) === "yes";
    try {
      if (yes && !before) {
        var bytes = crypto.getRandomValues(new Uint8Array(16));
        localStorage.setItem(VISITOR, Array.from(bytes, function (b) { return b.toString(16).padStart(2, "0"); }).join(""));
        localStorage.setItem(CONSENT, "yes");
        view();
      } else if (!yes) {
        if (before) {
          send(address + "/forget", { visitor: kept(VISITOR) });
        }
        localStorage.removeItem(VISITOR);
        localStorage.removeItem(CONSENT);
      }
    } catch (noStorage) {
      return;
    }
    dispatchEvent(new Event("quanhe:consent"));
  }
  window.quanhe = {
    consent: consent,
    agreed: function () { return kept(CONSENT) === "yes"; }
  };
  if (kept(CONSENT) === "yes") {
    view();
  } else if (own.dataset.consent === "yes") {
    consent(true);
  }
  dispatchEvent(new Event("quanhe:ready"));
})();
