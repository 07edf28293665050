// Puts a web form in the place of this script. Without scripts, the link beside it leads to the same form.
(function () {
  var own = document.currentScript;
  if (!own || !own.parentNode) {
    return;
  }
  var address = new URL("{code}", own.src);
  var visitor = "";
  try {
    visitor = localStorage.getItem("quanhe.consent") === "yes" ? localStorage.getItem("quanhe.visitor") || "" : "";
  } catch (noStorage) {
    // the form works without
  }
  address.searchParams.set("page", location.href.slice(0, 1000));
  address.searchParams.set("referrer", document.referrer.slice(0, 500));
  address.searchParams.set("visitor", visitor);
  var language = own.dataset.language || document.documentElement.lang;
  if (language) {
    address.searchParams.set("lang", language);
  }
  if (own.dataset.theme) {
    address.searchParams.set("theme", own.dataset.theme);
  }
  var frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = own.dataset.title || "{code}";
  frame.setAttribute("data-quanhe-form", "{code}");
  frame.style.cssText = "width:100%;height:640px;border:0;display:block";
  own.parentNode.insertBefore(frame, own);
  function tell() {
    var visitorNow = "";
    try {
      visitorNow = localStorage.getItem("quanhe.consent") === "yes" ? localStorage.getItem("quanhe.visitor") || "" : "";
    } catch (noStorage) {
      // nothing to tell
    }
    frame.contentWindow.postMessage({ quanheVisitor: visitorNow }, address.origin);
  }
  addEventListener("quanhe:consent", tell);
  addEventListener("message", function (event) {
    if (event.source === frame.contentWindow && event.data && event.data.quanheHeight > 0) {
      frame.style.height = Math.min(event.data.quanheHeight, 4000) + "px";
      if (event.data.quanheTop) {
        frame.scrollIntoView({ block: "nearest" });
      }
    }
  });
  frame.addEventListener("load", tell);
})();
