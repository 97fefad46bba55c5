from newscrawl.cli.show import diff_lines

NAMES = ("revision 1", "revision 2")


def test_a_line_that_changed_in_part_shows_its_words() -> None:
    found = diff_lines(["a b c d"], ["a b x d"], NAMES)

    assert found[3:] == ["~a b [-c-] {+x+} d"]


def test_a_line_that_has_little_in_common_went_and_another_came() -> None:
    found = diff_lines(["same", "a b c d"], ["same", "w x y z"], NAMES)

    assert found[3:] == [" same", "-a b c d", "+w x y z"]


def test_lines_that_changed_among_lines_that_went_stay_in_order() -> None:
    found = diff_lines(["one two three", "a b c d"], ["a b c e"], NAMES)

    assert found[3:] == ["-one two three", "~a b c [-d-] {+e+}"]


def test_what_says_the_same_has_no_lines() -> None:
    assert diff_lines(["a"], ["a"], NAMES) == []
