package org.quanhe.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Signing in, failing to, and what administrators may do about it. */
class SignInIT {
    private static Answer signIn(String username, String password) {
        return Crm.anonymous()
                .post(
                        "/sessions",
                        Json.createObjectBuilder()
                                .add("username", username)
                                .add("password", password)
                                .build());
    }

    @Test
    void tokensLiveHalfADayAtLeastAndEndWhenAsked() {
        Colleague colleague = Colleague.with(List.of("sales"), List.of());
        Answer answer = signIn(colleague.username(), colleague.password());
        assertThat(Instant.parse(answer.json().getString("expiresAt")))
                .isAfter(Instant.now().plus(Duration.ofHours(12)).minusSeconds(60));
        Crm crm =
                Crm.anonymous().with("Authorization", "Bearer " + answer.json().getString("token"));
        assertThat(crm.get("/customers?limit=1").status()).isEqualTo(200);
        assertThat(crm.delete("/sessions").status()).isEqualTo(204);
        assertThat(crm.get("/customers?limit=1").status()).isEqualTo(401);
    }

    @Test
    void wrongPasswordsAreDelayedMoreAndMoreAlsoForNamesThatNobodyHas() {
        for (String name :
                List.of(Colleague.with(List.of("sales"), List.of()).username(), "nobody" + System.nanoTime())) {
            for (int i = 0; i < 3; i++) {
                assertThat(signIn(name, "wrong").status()).isEqualTo(401);
            }
            assertThat(Integer.parseInt(delayed(name).header("Retry-After"))).isPositive();
        }
    }

    /** The first answer that tells to wait: a slow machine lets the first delays of a second or two pass by. */
    private static Answer delayed(String name) {
        Answer answer = signIn(name, "wrong");
        for (int tries = 0; answer.status() == 401 && tries < 8; tries++) {
            answer = signIn(name, "wrong");
        }
        assertThat(answer.status()).as("%s", answer).isEqualTo(429);
        return answer;
    }

    @Test
    void namesThatNobodyCanHaveAreRefusedLikeWrongOnes() {
        for (String name : List.of("a\u0000b", "\u0000", "' or 1=1 --", "<script>", "x".repeat(10_000))) {
            assertThat(signIn(name, "wrong").status()).as(name).isEqualTo(401);
        }
    }

    @Test
    void manyWrongTriesAtOnceAreCountedNotBroken() {
        String name = "nobody" + System.nanoTime();
        List<Integer> statuses = java.util.stream.IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> signIn(name, "wrong").status())
                .toList();
        assertThat(statuses).allMatch(status -> status == 401 || status == 429);
        delayed(name);
    }

    @Test
    void aResetPasswordEndsOldTokensAndMustBeChanged() {
        Colleague colleague = Colleague.with(List.of("sales"), List.of());
        assertThat(colleague.crm().get("/customers?limit=1").status()).isEqualTo(200);
        Answer reset = Crm.admin().delete("/users/" + colleague.id() + "/password");
        assertThat(reset.status()).as("%s", reset).isEqualTo(200);
        assertThat(colleague.crm().get("/customers?limit=1").status()).isEqualTo(401);
        assertThat(signIn(colleague.username(), colleague.password()).status()).isEqualTo(401);
        assertThat(signIn(colleague.username(), reset.json().getString("password"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoIsDeactivatedIsOutAtOnce() {
        Colleague colleague = Colleague.with(List.of("manager"), List.of());
        assertThat(colleague.crm().get("/customers?limit=1").status()).isEqualTo(200);
        assertThat(Crm.admin()
                        .patch("/users/" + colleague.id(), "{\"active\":false}")
                        .status())
                .isEqualTo(200);
        assertThat(colleague.crm().get("/customers?limit=1").status()).isEqualTo(401);
    }

    @Test
    void onlyAdministratorsAdminister() {
        Crm manager = Colleague.with(List.of("manager"), List.of()).crm();
        assertThat(manager.get("/rights").status()).isEqualTo(403);
        assertThat(manager.delete("/users/1/password").status()).isEqualTo(403);
        assertThat(manager.patch("/users/1", "{\"displayName\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(manager.post("/users", "{\"username\":\"x\",\"displayName\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theLastAdministratorRemains() {
        // those that other tests left
        Crm.admin()
                .get("/users?limit=200&filter=" + Crm.encode("roles == 'administrator' && active == true"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(user -> user.getInt("id") != 1)
                .forEach(user -> assertThat(Crm.admin()
                                .patch("/users/" + user.getInt("id"), "{\"roles\":[\"read-only\"]}")
                                .status())
                        .isEqualTo(200));
        Answer answer = Crm.admin().patch("/users/1", "{\"roles\":[\"sales\"]}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("identity.error.lastAdministrator");
        assertThat(Crm.admin().delete("/users/1").status()).isEqualTo(400);
    }

    @Test
    void signInNamesAreUsedOnce() {
        Colleague colleague = Colleague.with(List.of("sales"), List.of());
        Answer again =
                Crm.admin().post("/users", "{\"username\":\"" + colleague.username() + "\",\"displayName\":\"x\"}");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains(colleague.username());
    }

    @Test
    void aColleagueWithoutRightsFindsNothing() {
        String word = "bimat" + System.nanoTime();
        assertThat(Crm.admin().post("/customers", "{\"name\":\"" + word + "\"}").status())
                .isEqualTo(201);
        Crm nobody = Colleague.with(List.of(), List.of()).crm();
        assertThat(nobody.get("/customers").status()).isEqualTo(404);
        Answer found = nobody.get("/search?q=" + word);
        assertThat(found.json().getJsonArray("hits")).isEmpty();
        assertThat(found.json().getJsonObject("total").getInt("value")).isZero();
        assertThat(found.text()).doesNotContain("customers");
    }
}
