using System.Globalization;

namespace ErpSync.Abstractions.Tests.Shapes.Types;

/// <summary>A number's text decides whether two values have one hash: there is one for each value.</summary>
public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.000", "0")]
    [InlineData("10", "10")]
    [InlineData("100.00", "100")]
    [InlineData("-12.3400", "-12.34")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("-7.9228162514264337593543950335", "-7.9228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void Text_has_no_trailing_zeros_no_exponent_and_no_sign_of_zero(string number, string expected)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);
        DecimalField.Instance.Display(value).Should().Be(expected);
        new Money(value, CurrencyCode.Parse("EUR")).ToString().Should().Be(expected + " EUR");
    }

    [Fact]
    public void Texts_of_all_scales_of_a_value_are_one()
    {
        var random = new Random(1);
        for (var i = 0; i < 5_000; i++)
        {
            var value = new decimal(random.Next(), random.Next(3) == 0 ? random.Next() : 0, 0, random.Next(2) == 0, (byte)random.Next(12));
            var text = DecimalField.Instance.Display(value);

            text.Should().Be(value == 0 ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture));
            DecimalField.Instance.Display(value * 1.0000m).Should().Be(text);
        }
    }
}
