import balloonWhisk from '@/assets/products/balloon-whisk.svg';
import boxGrater from '@/assets/products/box-grater.svg';
import chefKnife from '@/assets/products/chef-knife.svg';
import colander from '@/assets/products/colander.svg';
import cutlery from '@/assets/products/cutlery.svg';
import flask from '@/assets/products/flask.png';
import kettle from '@/assets/products/kettle.svg';
import ladle from '@/assets/products/ladle.svg';
import mixingBowls from '@/assets/products/mixing-bowls.png';
import mokaPot from '@/assets/products/moka-pot.png';
import saucepan from '@/assets/products/saucepan.svg';
import shaker from '@/assets/products/shaker.png';

export const pictures: Readonly<Record<string, string>> = {
  'balloon-whisk': balloonWhisk,
  'box-grater': boxGrater,
  'chef-knife': chefKnife,
  colander,
  cutlery,
  flask,
  kettle,
  ladle,
  'mixing-bowls': mixingBowls,
  'moka-pot': mokaPot,
  saucepan,
  shaker,
};
