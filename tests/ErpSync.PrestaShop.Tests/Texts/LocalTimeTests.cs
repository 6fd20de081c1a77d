namespace ErpSync.PrestaShop.Tests;

public sealed class LocalTimeTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-07-01 12:00:00", "2026-07-01T10:00:00Z")]
    [InlineData("2026-01-01 12:00:00", "2026-01-01T11:00:00Z")]
    [InlineData("2026-10-25 02:30:00", "2026-10-25T00:30:00Z")]
    [InlineData("2026-03-29 02:30:00", "2026-03-29T01:30:00Z")]
    public void A_date_is_an_instant_of_the_zone_and_the_doubled_hour_counts_as_the_earlier(string text, string instant) =>
        LocalTime.ToInstant(text, Paris).Should().Be(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("")]
    [InlineData(null)]
    public void No_date_is_no_instant(string? text) => LocalTime.ToInstant(text, Paris).Should().BeNull();

    [Fact]
    public void Nothing_written_while_the_clock_is_put_back_is_missed()
    {
        var start = new DateTimeOffset(2026, 10, 24, 20, 0, 0, TimeSpan.Zero);
        for (var cursor = start; cursor < start.AddHours(10); cursor = cursor.AddMinutes(7))
        {
            var bound = LocalTime.LowerBound(cursor, Paris);
            for (var write = cursor; write < start.AddHours(12); write = write.AddMinutes(11))
            {
                var stored = TimeZoneInfo.ConvertTime(write, Paris).DateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
                string.CompareOrdinal(stored, bound).Should().BeGreaterThanOrEqualTo(0, "written at {0:u} after {1:u}", write, cursor);
            }
        }
    }
}
