import type { Call } from "../../syntax/ast.js";
import { type Context, dropNames, vectorOf } from "../context.js";
import { type Grid, singleRow } from "../grid.js";
import { noLabels } from "../labels.js";
import { stepSeconds } from "../select-instant.js";
import { mapValues } from "./math.js";

/** A function of a time in UTC: that of the step, or one given by each value in seconds since 1970. */
export function datePart(part: (seconds: number) => number) {
  return ({ args: [arg] }: Call, context: Context): Grid => {
    if (!arg) return singleRow(noLabels, stepSeconds(context).map(wholeSeconds).map(part));
    const grid = vectorOf(arg, context);
    mapValues(grid, context.steps.count, (value) => part(wholeSeconds(value)));
    return dropNames(grid, context);
  };
}

/** What is no time becomes the first second that 64 bits do not hold, as on the processors that servers have. */
function wholeSeconds(value: number): number {
  return Math.abs(value) < 2 ** 63 ? Math.trunc(value) : 2 ** 63;
}

/** `hour` */
export function hour(seconds: number): number {
  return Math.floor(secondOfDay(seconds) / 3600);
}

/** `minute` */
export function minute(seconds: number): number {
  return Math.floor(secondOfDay(seconds) / 60) % 60;
}

/** `day_of_week`: Sunday is 0. */
export function dayOfWeek(seconds: number): number {
  return modulo(dayOf(seconds) + 4, 7);
}

/** `day_of_month` */
export function dayOfMonth(seconds: number): number {
  return civilDate(seconds).day;
}

/** `day_of_year`: the first is 1. */
export function dayOfYear(seconds: number): number {
  const { year } = civilDate(seconds);
  return dayOf(seconds) - daysBeforeYear(year) + 1;
}

/** `days_in_month` */
export function daysInMonth(seconds: number): number {
  const { year, month } = civilDate(seconds);
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `month`: January is 1. */
export function month(seconds: number): number {
  return civilDate(seconds).month;
}

/** `year` */
export function year(seconds: number): number {
  return civilDate(seconds).year;
}

function dayOf(seconds: number): number {
  return Math.floor(seconds / 86400);
}

function secondOfDay(seconds: number): number {
  return modulo(seconds, 86400);
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days from 1970-01-01 to the first of a year. */
function daysBeforeYear(year: number): number {
  const before = year - 1;
  return 365 * before + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719162;
}

/**
 * The date in the Gregorian calendar, for years of any size. Years begin in March, so that a leap day is the last one.
 * Source: https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
function civilDate(seconds: number): { year: number; month: number; day: number } {
  const days = dayOf(seconds) + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
