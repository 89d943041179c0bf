package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The page, looked at with a real browser.
@TestInstance(Lifecycle.PER_CLASS)
@SideBySide
class PageIT {

    private static final String ROWS = "document.querySelectorAll(`#targets-body tr`).length";

    private static final String HAND_IS_IN_THE_GRAPH =
            """
            [document.querySelector(`.u-cursor-x:not(.u-off)`)?.getBoundingClientRect().right]
                .some(right => right <= document.querySelector(`#graph`).getBoundingClientRect().right)
            """;

    /// The second to come goes over its limit, and does not go away when it is asked to.
    private static final String ONE_OF_TWO_LEAKS =
            """
            mkdir "$D/first" 2>/dev/null && exec sleep 60
            trap '' TERM
            x=xxxxxxxxxxxxxxxx
            while [ ${#x} -lt 4000000 ]; do x=$x$x; done
            while [ ${#y} -lt 80000000 ]; do y=$y$x; done
            sleep 60
            """;

    private Browser browser;

    @BeforeAll
    void open() throws Exception {
        browser = Browser.open();
    }

    @AfterAll
    void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    /// Or the page would go on asking for a Sentinel that is no more.
    @AfterEach
    void leave() throws Exception {
        var _ = browser.go("about:blank").complaints();
    }

    /// Neither with what the page is made of, nor with whom it asked.
    private void assertNothingWasWrong() throws Exception {
        assertEquals(List.of(), browser.complaints());
        assertEquals(
                "",
                browser.ask(
                        "performance.getEntriesByType(`resource`).map(({ name }) => name)"
                                + ".filter(name => !name.startsWith(location.origin))"));
    }

    @Test
    void the_table_shows_the_target_and_its_numbers_move() throws Exception {
        String[] leaker = Guard.leaker("--step", "2M", "--every", "100ms");
        try (Guard guard = Guard.start(Guard.words(List.of("--name", "leaker"), leaker))) {
            browser.resize(1280, 800).go(guard.url() + "/").await(ROWS + " === 1");
            assertEquals("leaker", browser.text("#targets-body th"));
            browser.await("document.querySelector(`td.c-state`).innerText === `RUNNING`");
            String memory = browser.text("td.c-used");
            browser.await(
                    "document.querySelector(`td.c-used`).innerText !== `%s`".formatted(memory));
            assertEquals("512.0 MiB", browser.text("td.c-limit"));
            assertEquals("live", browser.text("#link-word"));
            browser.await("document.title.startsWith(`leaker `)");
            browser.await("document.getElementById(`itself`).innerText.endsWith(` MiB`)");
            browser.hover("#graph", 400).await("!document.getElementById(`graph-tip`).hidden");
            Eventually.isTrue(
                    Guard.SOON,
                    "a size under the mouse, near the right end of the graph",
                    () ->
                            browser.text("#graph-tip strong")
                                    .matches("[0-9.]+ [KM]iB · (< )?\\d+ %"));
            assertTrue(browser.text("#graph-tip").matches("(?s)\\d\\d:\\d\\d:\\d\\d\\s.*"));
            assertNothingWasWrong();
        }
    }

    @Test
    void a_hundred_targets_are_filtered_sorted_and_chosen_by_keyboard() throws Exception {
        String[] crowd = {"--copies", "100", "--name", "crowd", "sleep", "60"};
        try (Guard guard = Guard.start(crowd)) {
            browser.resize(1280, 800).go(guard.url() + "/").await(ROWS + " === 100");
            browser.type("/").type("crowd-9").await(ROWS + " === 11");
            assertEquals("11 of 100", browser.text("#targets-counted"));
            browser.type(Browser.DOWN + Browser.DOWN);
            assertEquals("crowd-90", browser.ask("document.activeElement.innerText"));
            assertEquals("crowd-1", browser.text("#detail-name"));
            browser.type(Browser.ENTER);
            assertEquals("crowd-90", browser.text("#detail-name"));
            assertEquals("crowd-90", browser.text("[aria-current=true]"));
            browser.type("/" + Browser.ESCAPE).await(ROWS + " === 100");
            browser.click("th.c-name .sort").click("th.c-name .sort");
            assertEquals(
                    "descending",
                    browser.ask("document.querySelector(`th.c-name`).getAttribute(`aria-sort`)"));
            assertEquals("crowd-100", browser.text("#targets-body th"));
            browser.click("#targets-body tr:nth-child(2) td.c-spark");
            assertEquals("crowd-99", browser.text("#detail-name"));
            browser.go("about:blank").go(guard.url() + "/#target=crowd-7").await(ROWS + " === 100");
            assertEquals("crowd-7", browser.text("#detail-name"));
            assertItFits(360, 740);
            assertItFits(1280, 800);
            assertNothingWasWrong();
        }
    }

    private void assertItFits(int width, int height) throws Exception {
        browser.resize(width, height);
        assertEquals("true", browser.ask("document.documentElement.scrollWidth <= innerWidth"));
    }

    @Test
    void a_kill_is_told_of_and_marked(@TempDir Path directory) throws Exception {
        String script = "D=%s; ".formatted(directory) + ONE_OF_TWO_LEAKS;
        String[] two = {"--copies", "2", "--name", "job", "-m", "64M", "-k", "300ms", "sh", "-c"};
        try (Guard guard = Guard.start(Guard.words(List.of(two), script))) {
            browser.resize(1280, 800).go(guard.url() + "/").await(ROWS + " === 2");
            browser.await("!!document.querySelector(`[data-state=GONE]`)");
            browser.click("[data-state=GONE] .pick");
            String leaked = browser.text("#detail-name");
            browser.await(
                    "document.getElementById(`events-list`).innerText.includes(`kill %s`)"
                            .formatted(leaked));
            browser.click("#events-only");
            assertEquals(
                    "",
                    browser.ask(
                            "[...document.querySelectorAll(`#events-list .who`)]"
                                    + ".map(who => who.innerText).filter(who => who !== `%s`)"
                                            .formatted(leaked)));
            browser.ask("document.getElementById(`graph`).focus()");
            String sought = "document.getElementById(`graph`).getAttribute(`aria-valuetext`)";
            Eventually.isTrue(
                    Guard.SOON,
                    "the kill in the graph",
                    () -> browser.type(Browser.LEFT).ask(sought).contains("kill: "));
            browser.resize(360, 740).await(HAND_IS_IN_THE_GRAPH);
            browser.type(Browser.ESCAPE).await("document.getElementById(`graph-tip`).hidden");
            assertEquals("now", browser.ask(sought));
            assertNothingWasWrong();
        }
    }

    @Test
    void when_sentinel_goes_the_page_says_so_and_begins_anew_with_the_next_one() throws Exception {
        int port = freePort();
        try (Program first = sentinel(port, "first")) {
            browser.resize(1280, 800);
            Eventually.isTrue(Guard.SOON, "the port", () -> first.err().contains("metrics at "));
            browser.go("http://127.0.0.1:%d/".formatted(port)).await(ROWS + " === 1");
            first.signal("TERM");
            first.await(Guard.SOON);
            browser.await("!document.getElementById(`lost`).hidden");
            assertTrue(browser.text("#lost").contains("What you see is "), browser.text("#lost"));
            assertEquals("first", browser.text("#targets-body th"));
            assertTrue(browser.ask("document.title").startsWith("not connected · "));
        }
        try (Program second = sentinel(port, "second")) {
            browser.await("document.querySelector(`#targets-body th`).innerText === `second`");
            browser.await("document.getElementById(`lost`).hidden");
            assertEquals(1, browser.count("#targets-body tr"));
            assertEquals("second", browser.text("#detail-name"));
            browser.await("document.getElementById(`events-list`).innerText.includes(`second`)");
            assertTrue(!browser.text("#events-list").contains("first"));
            assertTrue(second.alive());
        }
        // A browser complains of every call that is not answered, and that is all.
        List<String> others = new ArrayList<>(browser.complaints());
        others.removeIf(text -> text.contains("/api/") && text.contains("net::ERR_"));
        assertEquals(List.of(), others);
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static Program sentinel(int port, String name) throws Exception {
        return Program.start(
                Guard.ENVIRONMENT,
                List.of(
                        Guard.BINARY.toString(),
                        "-v",
                        "--no-tui",
                        "--no-socket",
                        "--metrics-required",
                        "--metrics",
                        Integer.toString(port),
                        "--name",
                        name,
                        "sleep",
                        "60"));
    }

    @Test
    void what_a_hostile_server_says_is_text() throws Exception {
        String evil = "<img src=x onerror=document.title=`owned`><b>bold</b>";
        try (Impostor impostor = Impostor.saying(evil)) {
            browser.go(impostor.url() + "/").await(ROWS + " === 1");
            browser.await("document.querySelectorAll(`#events-list li`).length === 1");
            assertEquals(evil, browser.text("#targets-body th"));
            assertEquals(evil, browser.text("#detail-name"));
            assertEquals(evil, browser.text("#events-list .text"));
            assertEquals(0, browser.count("img, b"));
            assertTrue(!browser.ask("document.title").equals("owned"));
        }
    }
}
