package dev.sentinel.blackbox;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonWriter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A real Chromium without a window, driven through chromedriver (W3C WebDriver).
final class Browser implements AutoCloseable {

    static final String TAB = "\ue004";
    static final String ENTER = "\ue007";
    static final String ESCAPE = "\ue00c";
    static final String LEFT = "\ue012";
    static final String DOWN = "\ue015";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");

    /// Alone with the page: it asks nobody else for anything.
    private static final List<String> OPTIONS =
            List.of(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Program driver;
    private final String session;

    private Browser(Program driver, String address) throws Exception {
        this.driver = driver;
        JsonObject options = new JsonObject();
        options.put("args", new JsonArray(OPTIONS));
        JsonObject wanted = new JsonObject();
        wanted.put("browserName", "chrome");
        wanted.put("goog:chromeOptions", options);
        wanted.put("goog:loggingPrefs", new JsonObject(Map.of("browser", "ALL")));
        var capabilities = Map.of("alwaysMatch", wanted);
        Object opened =
                send(address + "/session", new JsonObject(Map.of("capabilities", capabilities)));
        this.session = address + "/session/" + ((JsonObject) opened).getString("sessionId");
    }

    static Browser open() throws Exception {
        Needs.tools("chromium", "chromedriver");
        Program driver = Program.start(Map.of(), List.of("chromedriver", "--port=0"));
        try {
            List<MatchResult> port =
                    Eventually.get(
                            PATIENCE,
                            "chromedriver",
                            () -> PORT.matcher(driver.out()).results().toList(),
                            found -> !found.isEmpty());
            return new Browser(driver, "http://127.0.0.1:" + port.getFirst().group(1));
        } catch (Exception | AssertionError failed) {
            driver.close();
            throw failed;
        }
    }

    /// What the driver answers, which is empty as well.
    private Object send(String url, JsonObject body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(JsonWriter.string(body)))
                        .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(url + ": " + answer.body());
        }
        Object value = JsonParser.object().from(answer.body()).get("value");
        return value == null ? "" : value;
    }

    private Object send(String command, Map<String, ?> body) throws Exception {
        return send(session + command, new JsonObject(body));
    }

    Browser go(String url) throws Exception {
        send("/url", Map.of("url", url));
        return this;
    }

    /// The page gets that much room, as on a telephone or a large screen.
    Browser resize(int width, int height) throws Exception {
        var room =
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
        send(
                "/goog/cdp/execute",
                Map.of(
                        "cmd",
                        "Emulation.setDeviceMetricsOverride",
                        "params",
                        new JsonObject(room)));
        return this;
    }

    /// The value of an expression in the page, as text.
    String ask(String expression) throws Exception {
        String script = "return String(%s)".formatted(expression);
        return (String) send("/execute/sync", Map.of("script", script, "args", new JsonArray()));
    }

    /// The text of the first element that the selector finds; empty for none.
    String text(String selector) throws Exception {
        return ask("document.querySelector(`%s`)?.innerText ?? ''".formatted(selector));
    }

    long count(String selector) throws Exception {
        return Long.parseLong(ask("document.querySelectorAll(`%s`).length".formatted(selector)));
    }

    /// Waits for an expression to be true.
    Browser await(String expression) throws Exception {
        Eventually.isTrue(PATIENCE, expression, () -> ask(expression).equals("true"));
        return this;
    }

    /// Presses and releases key after key.
    Browser type(String keys) throws Exception {
        List<Object> actions = new ArrayList<>();
        keys.chars()
                .mapToObj(Character::toString)
                .forEach(key -> {
                    actions.add(new JsonObject(Map.of("type", "keyDown", "value", key)));
                    actions.add(new JsonObject(Map.of("type", "keyUp", "value", key)));
                });
        return act(Map.of("type", "key", "id", "keyboard", "actions", new JsonArray(actions)));
    }

    /// Moves the mouse to the middle of an element, and clicks.
    Browser click(String selector) throws Exception {
        return mouse(selector, 0, List.of("pointerDown", "pointerUp"));
    }

    /// Moves the mouse over an element.
    ///
    /// @param right so many pixels from its middle
    Browser hover(String selector, int right) throws Exception {
        return mouse(selector, right, List.of());
    }

    private Browser mouse(String selector, int right, List<String> buttons) throws Exception {
        Object element = send("/element", Map.of("using", "css selector", "value", selector));
        List<Object> actions = new ArrayList<>();
        actions.add(
                new JsonObject(
                        Map.of("type", "pointerMove", "origin", element, "x", right, "y", 0)));
        buttons.forEach(button -> actions.add(new JsonObject(Map.of("type", button, "button", 0))));
        return act(Map.of("type", "pointer", "id", "mouse", "actions", new JsonArray(actions)));
    }

    private Browser act(Map<String, ?> source) throws Exception {
        send("/actions", Map.of("actions", new JsonArray(List.of(new JsonObject(source)))));
        return this;
    }

    /// What the browser complained of since it was last asked: errors of scripts, violations of the
    /// content security policy, files that were not to be had.
    List<String> complaints() throws Exception {
        List<String> messages = new ArrayList<>();
        for (Object entry : (JsonArray) send("/se/log", Map.of("type", "browser"))) {
            messages.add(((JsonObject) entry).getString("message"));
        }
        return messages;
    }

    @Override
    public void close() throws IOException {
        http.close();
        driver.close();
    }
}
