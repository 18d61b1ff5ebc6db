package warren.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileUsersTest {
  @ParameterizedTest
  @CsvSource({
    // users, groups, uid, gid, other group, may
    "'', '', 1, 1, 1, true",
    "1050, '', 1050, 1, 1, true",
    "1050, '', 1051, 1050, 1050, false",
    "1000-1999, '', 1000, 1, 1, true",
    "1000-1999, '', 1999, 1, 1, true",
    "1000-1999, '', 999, 1, 1, false",
    "1000-1999, '', 2000, 1, 1, false",
    "'', 100, 1, 100, 1, true",
    "'', 100, 1, 1, 100, true",
    "'', 100, 100, 1, 1, false",
    "7, 100, 7, 1, 1, true",
    "7, 100, 8, 1, 100, true",
    "7, 100, 8, 1, 1, false",
  })
  void a_list_is_met_by_the_user_or_by_any_group(
      String users, String groups, long uid, long gid, long other, boolean may) {
    ProfileUsers profile =
        new ProfileUsers(OptionalLong.empty(), OptionalLong.empty(), ranges(users), ranges(groups));
    assertThat(profile.admit(uid, gid, List.of(other))).isEqualTo(may);
  }

  @Test
  void upstreams_conditions_hold_beside_the_lists() {
    ProfileUsers both =
        new ProfileUsers(OptionalLong.of(7), OptionalLong.of(8), ranges("1-9"), List.of());
    assertThat(both.admit(7, 8, List.of())).isTrue();
    assertThat(both.admit(7, 9, List.of(8L))).isFalse();
    assertThat(both.admit(6, 8, List.of())).isFalse();
    assertThat(both.words()).isEqualTo("user 7 in group 8, and of these only users 1-9");
  }

  @ParameterizedTest
  @CsvSource({
    // userID, groupID, users, groups, words, anybody
    ", , '', '', everybody, true",
    "7, , '', '', user 7, true",
    ", 8, '', '', group 8, true",
    "7, 8, '', '', user 7 in group 8, true",
    ", , 1-5, '', users 1-5, true",
    ", , '1,3-5', 6, 'users 1, 3-5 or group 6', true",
    "7, , 1-5, 6, 'user 7, and of these only users 1-5 or group 6', true",
    "7, , 1-5, '', 'user 7, and of these only users 1-5', false",
    "7, , 1-7, '', 'user 7, and of these only users 1-7', true",
    "0, , '', '', user 0, false",
    "0, , '', 6, 'user 0, and of these only group 6', false",
    ", , 0, '', user 0, false",
    ", , 0, 6, user 0 or group 6, true",
    ", , 0-1, '', users 0-1, true",
    ", 0, '', '', group 0, true",
  })
  void words_say_who_and_whether_there_can_be_anybody(
      Long userId, Long groupId, String users, String groups, String words, boolean anybody) {
    ProfileUsers profile =
        new ProfileUsers(optional(userId), optional(groupId), ranges(users), ranges(groups));
    assertThat(profile.words()).isEqualTo(words);
    assertThat(profile.admitNobody()).isNotEqualTo(anybody);
  }

  private static OptionalLong optional(Long id) {
    return id == null ? OptionalLong.empty() : OptionalLong.of(id);
  }

  @ParameterizedTest
  @CsvSource({
    "7, '', user 7",
    "1-9, '', users 1-9",
    "'7,8', '', 'users 7, 8'",
    "'', 100, group 100",
    "'', '100,200-300', 'groups 100, 200-300'",
    "7, 100, user 7 or group 100",
  })
  void lists_in_words_count_what_they_name(String users, String groups, String words) {
    ProfileUsers profile =
        new ProfileUsers(OptionalLong.empty(), OptionalLong.empty(), ranges(users), ranges(groups));
    assertThat(profile.words()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "1-", "-1", "2-1", "1-2-3", "a", "1 - 2", "4294967296", "0x1"})
  void these_are_no_ranges(String text) {
    assertThat(IdRange.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4294967295", "0-4294967295", "1000-1999"})
  void what_is_printed_reads_back_the_same(String text) {
    assertThat(IdRange.of(text)).map(IdRange::toString).contains(text);
  }

  private static List<IdRange> ranges(String text) {
    return Arrays.stream(text.split(","))
        .filter(one -> !one.isEmpty())
        .map(one -> IdRange.of(one).orElseThrow())
        .toList();
  }
}
